package city.c3po.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.testing.Tokens;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Somebody who calls the service. */
public final class Api {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final @Nullable String bearer;

    private Api(@Nullable String bearer) {
        this.bearer = bearer;
    }

    public static Api as(String user) {
        return new Api(Tokens.as(user).bearer());
    }

    public static Api with(Tokens token) {
        return new Api(token.bearer());
    }

    public static Api nobody() {
        return new Api(null);
    }

    public record Reply(HttpResponse<byte[]> http) {
        public int status() {
            return http.statusCode();
        }

        public byte[] bytes() {
            return http.body();
        }

        public String text() {
            return new String(http.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(http.body());
            } catch (IOException e) {
                throw new AssertionError(text(), e);
            }
        }

        public String at(String pointer) {
            return json().at(pointer).asText();
        }

        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        public Reply is(int status) {
            assertEquals(status, status(), text());
            return this;
        }

        public Reply is(int status, String code) {
            assertEquals(status + " " + code, status() + " " + at("/code"), text());
            return this;
        }
    }

    public Reply get(String address, String... headers) {
        return send("GET", address, null, headers);
    }

    public Reply post(String address, String body, String... headers) {
        return send("POST", address, body, headers);
    }

    /** A transition of the record as it is now. */
    public Reply verb(String record, String verb, String body) {
        return send("POST", record + "/" + verb, body, "If-Match", get(record).header("ETag"));
    }

    public Reply send(String method, String address, @Nullable String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(
                        address.startsWith("http") ? address : RestAssured.baseURI + ":" + RestAssured.port + address))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (bearer != null) {
            request.header("Authorization", bearer);
        }
        if (body != null && !body.isEmpty()) {
            request.header(
                    "Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Reply(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(address, e);
        }
    }

    public static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
