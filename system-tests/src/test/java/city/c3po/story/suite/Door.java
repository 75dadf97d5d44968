package city.c3po.story.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Somebody at the gateway. Immutable: {@code door.as("submitter").with("If-Match", tag).post(path)} leaves the door as
 * it was.
 */
public final class Door {
    /** Longer than the gateway's own patience, so that its answer is the one that is seen. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final URI address;
    private final AccessTokens tokens;
    private final Map<String, Supplier<String>> headers;

    Door(URI address, AccessTokens tokens) {
        this(address, tokens, Map.of());
    }

    private Door(URI address, AccessTokens tokens, Map<String, Supplier<String>> headers) {
        this.address = address;
        this.tokens = tokens;
        this.headers = headers;
    }

    /** With the token of a user or a client of the realm, fetched when it is first needed and again when it ends. */
    public Door as(String name) {
        return and("Authorization", () -> "Bearer " + tokens.of(name));
    }

    public Door withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Door with(String header, String value) {
        return and(header, () -> value);
    }

    public Door ifMatch(Answer seen) {
        return with("If-Match", seen.etag());
    }

    private Door and(String header, Supplier<String> value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Door(address, tokens, more);
    }

    public Answer get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    public Answer post(String path) {
        return send("POST", path, HttpRequest.BodyPublishers.noBody());
    }

    public Answer post(String path, JsonNode body) {
        return json().text("POST", path, body.toString());
    }

    public Answer put(String path, JsonNode body) {
        return json().text("PUT", path, body.toString());
    }

    public Answer patch(String path, JsonNode body) {
        return with("Content-Type", "application/merge-patch+json").text("PATCH", path, body.toString());
    }

    /** A body of any kind; its media type is a header as any other. */
    public Answer text(String method, String path, String body) {
        return send(method, path, HttpRequest.BodyPublishers.ofString(body));
    }

    /** Sends, and lets a broken or refused connection be seen by the caller. */
    public Answer attempt(String method, String path, String body) throws IOException {
        return exchange(method, path, HttpRequest.BodyPublishers.ofString(body));
    }

    public Door json() {
        return with("Content-Type", "application/json");
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        try {
            return exchange(method, path, body);
        } catch (IOException e) {
            throw new AssertionError("no answer to %s %s from %s".formatted(method, path, address), e);
        }
    }

    private Answer exchange(String method, String path, HttpRequest.BodyPublisher body) throws IOException {
        var request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).method(method, body);
        headers.forEach((name, value) -> request.setHeader(name, value.get()));
        try {
            return Answer.of(method + " " + path, CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted during %s %s".formatted(method, path), e);
        }
    }
}
