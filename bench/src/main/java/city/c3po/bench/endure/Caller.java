package city.c3po.bench.endure;

import city.c3po.bench.tool.Trouble;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One caller through the door, who asks again until there is an answer. What no caller should ever see is a complaint:
 * an error of a server that does not say when to come back, a refusal of what was in order, an answer that never comes.
 */
final class Caller implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Longer than the door lets a service think; so a time-out here is the door's own. */
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final URI base;
    private final Supplier<String> token;
    private final Complaints complaints;
    private final Tally tally;

    Caller(URI base, Supplier<String> token, Complaints complaints, Tally tally) {
        this.base = base;
        this.token = token;
        this.complaints = complaints;
        this.tally = tally;
    }

    /**
     * @param repeated whether an earlier attempt may have been heard
     */
    record Answer(int status, String etag, String text, boolean repeated) {
        boolean good() {
            return status / 100 == 2;
        }

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new Trouble("Not JSON: " + text, e);
            }
        }

        long version() {
            return Long.parseLong(etag.replaceAll("^(?:W/)?\"(\\d+).*$", "$1"));
        }

        String problem() {
            return status / 100 == 2 ? "" : json().path("code").asText();
        }
    }

    Answer get(String path, String... headers) throws InterruptedException {
        return insist("GET", path, null, headers);
    }

    /** Until an answer that is no "later": 2xx, or a refusal, which the caller judges. */
    Answer insist(String method, String path, @Nullable String body, String... headers) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var repeated = false;
        while (System.nanoTime() < deadline) {
            var answer = attempt(method, path, body, repeated, headers);
            if (answer != null) {
                return answer;
            }
            repeated = true;
            tally.repeated();
            Thread.sleep(BETWEEN);
        }
        complaints.add(
                "%s %s was never answered within %d s".formatted(method, Trade.template(path), PATIENCE.toSeconds()),
                path);
        throw new Trouble("%s %s is not answered".formatted(method, path));
    }

    /** Null for "later", said in whatever way. */
    private @Nullable Answer attempt(
            String method, String path, @Nullable String body, boolean repeated, String... headers)
            throws InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token.get())
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return judged(method, path, answer, repeated);
        } catch (HttpTimeoutException e) {
            if (!(e instanceof java.net.http.HttpConnectTimeoutException)) {
                complaints.add(
                        "%s %s: no answer in %d s".formatted(method, Trade.template(path), ANSWER.toSeconds()), path);
            }
            return null;
        } catch (IOException e) {
            tally.broken();
            return null;
        }
    }

    private @Nullable Answer judged(String method, String path, HttpResponse<String> answer, boolean repeated) {
        var status = answer.statusCode();
        var later = answer.headers().firstValue("Retry-After").isPresent();
        if (status >= 500) {
            tally.refused(status);
            if (status != 503 || !later) {
                complaints.add(
                        "%s %s is answered %d%s"
                                .formatted(method, Trade.template(path), status, later ? "" : " without Retry-After"),
                        answer.body());
            }
            return null;
        }
        if (later) {
            tally.refused(status);
            return null;
        }
        return new Answer(status, answer.headers().firstValue("ETag").orElse(""), answer.body(), repeated);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
