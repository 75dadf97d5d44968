package city.c3po.story.badinput;

import city.c3po.story.suite.RunningSuite;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The identity provider as its administrator uses it, to get real tokens that are good for something else. */
final class Identity {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;
    private final String password;
    private final HttpClient client = HttpClient.newHttpClient();

    Identity(RunningSuite suite) {
        base = "http://127.0.0.1:" + suite.port(8180);
        password = suite.secret("keycloak.admin");
    }

    /** Of the same server, but of another realm. */
    String tokenOfAnotherRealm() {
        return token(
                "master",
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", password));
    }

    /** Of the right realm, made out to another application. */
    String tokenForAnotherApplication() {
        var secret = "known-to-both";
        send(
                "POST",
                "/clients",
                JSON.createObjectNode()
                        .put("clientId", "another-application")
                        .put("secret", secret)
                        .put("serviceAccountsEnabled", true)
                        .put("standardFlowEnabled", false)
                        .set(
                                "defaultClientScopes",
                                JSON.createArrayNode().add("basic").add("roles")));
        var made = client("another-application");
        try {
            return token(
                    "city",
                    Map.of(
                            "grant_type",
                            "client_credentials",
                            "client_id",
                            "another-application",
                            "client_secret",
                            secret));
        } finally {
            send("DELETE", "/clients/" + made.get("id").asText(), JSON.createObjectNode());
        }
    }

    /** A token fetched while those of the client last a second. */
    String shortLived(String clientId, Supplier<String> fetch) {
        var before = client(clientId);
        ObjectNode brief = before.deepCopy();
        brief.withObject("/attributes").put("access.token.lifespan", "1");
        send("PUT", "/clients/" + before.get("id").asText(), brief);
        try {
            return fetch.get();
        } finally {
            send("PUT", "/clients/" + before.get("id").asText(), before);
        }
    }

    /** The keys that the realm publishes. */
    String keys() {
        return exchange(HttpRequest.newBuilder(URI.create(base + "/realms/city/protocol/openid-connect/certs")));
    }

    private JsonNode client(String clientId) {
        return json(send("GET", "/clients?clientId=" + clientId, JSON.createObjectNode()))
                .get(0);
    }

    private String send(String method, String path, JsonNode body) {
        return exchange(HttpRequest.newBuilder(URI.create(base + "/admin/realms/city" + path))
                .header("Authorization", "Bearer " + tokenOfAnotherRealm())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString())));
    }

    private String token(String realm, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return json(exchange(
                        HttpRequest.newBuilder(URI.create(base + "/realms/" + realm + "/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(body))))
                .get("access_token")
                .asText();
    }

    private String exchange(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(
                        "the identity provider answered %d %s".formatted(answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new AssertionError("the identity provider does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
