package city.c3po.local.identity;

import city.c3po.local.part.Refusal;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Talks to the realm's OpenID Connect endpoints. */
final class TokenEndpoint {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String issuer;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    TokenEndpoint(String issuer) {
        this.issuer = issuer;
    }

    String accessToken(Map<String, String> grant) {
        var answer = send(post(issuer + "/protocol/openid-connect/token", grant));
        if (answer.statusCode() != 200) {
            throw new Refusal(
                    "No token: the identity provider answered %d %s".formatted(answer.statusCode(), answer.body()));
        }
        try {
            return JSON.readTree(answer.body()).get("access_token").asText();
        } catch (IOException e) {
            throw new Refusal("The identity provider's answer is not JSON", e);
        }
    }

    URI authorization(Map<String, String> parameters) {
        return URI.create(issuer + "/protocol/openid-connect/auth?" + form(parameters));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Refusal(
                    "The identity provider does not answer at %s. Is the suite up? ./c3po status".formatted(issuer));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while waiting for the identity provider");
        }
    }

    static HttpRequest.Builder post(String address, Map<String, String> fields) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
