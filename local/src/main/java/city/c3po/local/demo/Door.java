package city.c3po.local.demo;

import city.c3po.local.identity.Tokens;
import city.c3po.local.part.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The gateway, as a client with tokens sees it. */
final class Door {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String gateway;
    private final Tokens tokens;
    private final Map<String, String> tokenOf = new HashMap<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Door(String gateway, Tokens tokens) {
        this.gateway = gateway;
        this.tokens = tokens;
    }

    /** What came back: the status, the ETag if there is one, and the body. */
    record Reply(int status, @Nullable String etag, JsonNode body) {
        boolean is(int expected) {
            return status == expected;
        }
    }

    Reply get(String by, String path) {
        return send(by, HttpRequest.newBuilder(URI.create(gateway + path)).GET());
    }

    Reply put(String by, String path, JsonNode body, Map<String, String> headers) {
        return send(by, with(headers, path).PUT(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    Reply post(String by, String path, @Nullable JsonNode body, Map<String, String> headers) {
        var publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.toString());
        return send(by, with(headers, path).POST(publisher));
    }

    private HttpRequest.Builder with(Map<String, String> headers, String path) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path)).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return request;
    }

    private Reply send(String by, HttpRequest.Builder request) {
        var ready = request.header("Authorization", "Bearer " + tokenOf.computeIfAbsent(by, tokens::of))
                .header("Accept", "application/json")
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            var answer = client.send(ready, HttpResponse.BodyHandlers.ofString());
            var text = answer.body().isBlank() ? "{}" : answer.body();
            return new Reply(
                    answer.statusCode(), answer.headers().firstValue("ETag").orElse(null), JSON.readTree(text));
        } catch (IOException e) {
            throw new Refusal("The gateway does not answer at %s. Is the suite up? ./c3po status".formatted(gateway));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while talking to the gateway");
        }
    }
}
