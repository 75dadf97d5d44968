package city.c3po.bench.measure;

import city.c3po.bench.tool.Trouble;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;

/** The suite over HTTP, as one caller. Anything but a 2xx is trouble. */
final class Api implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final URI base;
    private final String token;

    Api(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    JsonNode get(String path, String... headers) throws InterruptedException {
        return json(text(path, headers));
    }

    String text(String path, String... headers) throws InterruptedException {
        return send(request(path, headers).GET());
    }

    JsonNode post(String path, String document) throws InterruptedException {
        return json(send(
                request(path, "Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(document))));
    }

    /** A verb on a record as it stands now. */
    JsonNode move(String path, String verb, String document) throws InterruptedException {
        try {
            var seen = http.send(request(path).GET().build(), HttpResponse.BodyHandlers.discarding());
            var tag = seen.headers().firstValue("ETag").orElseThrow(() -> new Trouble("No ETag of " + path));
            var headers = document.isEmpty()
                    ? new String[] {"If-Match", tag}
                    : new String[] {"If-Match", tag, "Content-Type", "application/json"};
            return json(send(request(path + "/" + verb, headers).POST(HttpRequest.BodyPublishers.ofString(document))));
        } catch (IOException e) {
            throw new Trouble("%s is not answered".formatted(path), e);
        }
    }

    /** How long until the first byte of the answer is there, in milliseconds. */
    double firstByte(String path) throws InterruptedException {
        var begin = System.nanoTime();
        try (var body = http.send(
                        HttpRequest.newBuilder(base.resolve(path))
                                .timeout(PATIENCE)
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            if (body.read() < 0) {
                throw new Trouble("%s has nothing to say".formatted(path));
            }
            var there = (System.nanoTime() - begin) / 1e6;
            body.readAllBytes();
            return there;
        } catch (IOException e) {
            throw new Trouble("%s is not answered".formatted(path), e);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private String send(HttpRequest.Builder builder) throws InterruptedException {
        var request = builder.build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new Trouble("%s %s is answered with %d: %s"
                        .formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new Trouble("%s %s is not answered".formatted(request.method(), request.uri()), e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new Trouble("Not JSON: " + text, e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
