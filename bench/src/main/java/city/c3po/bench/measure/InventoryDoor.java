package city.c3po.bench.measure;

import city.c3po.bench.suite.Suite;
import city.c3po.bench.tool.Trouble;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** The inventory as a feeding system and a reader of exports meet it, and how much memory it takes meanwhile. */
final class InventoryDoor {
    /** As the launcher starts every service of the suite. */
    static final int HEAP_MEBIBYTES = 256;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration BETWEEN_MEASUREMENTS = Duration.ofSeconds(3);
    /** A token is good for longer than this. */
    private static final Duration TOKEN = Duration.ofMinutes(2);

    private static final Set<String> UNDER_WAY = Set.of("RECEIVED", "APPROVED");

    /** @param mebibytes resident, at most */
    record Took(double seconds, double mebibytes, JsonNode answer) {}

    private final Suite suite;
    private final URI base;
    private final String source;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token = "";
    private long tokenUntil = System.nanoTime();

    InventoryDoor(Suite suite, String source) {
        this.suite = suite;
        this.base = suite.address("inventory");
        this.source = source;
    }

    void register() throws InterruptedException {
        send(HttpRequest.newBuilder(base.resolve("/v1/sources/" + source))
                .header("Authorization", "Bearer " + suite.token("policy-admin"))
                .header("Content-Type", "application/json")
                .header("If-None-Match", "*")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"name\": \"Bench\", \"cadenceHours\": 24}")));
    }

    /** From the first byte sent until it is applied. */
    Took importFile(Path file, String mode, Duration patience) throws InterruptedException {
        var begin = System.nanoTime();
        var memory = new Peak();
        try (memory) {
            var sent = json(send(as("/v1/imports?source=" + source + "&mode=" + mode)
                    .header("Content-Type", "text/csv")
                    .timeout(patience)
                    .POST(HttpRequest.BodyPublishers.ofFile(file))));
            var now = sent;
            while (UNDER_WAY.contains(now.path("state").asText())) {
                if (System.nanoTime() - begin > patience.toNanos()) {
                    throw new Trouble("The import is not done after %d s: %s".formatted(patience.toSeconds(), now));
                }
                Thread.sleep(BETWEEN_LOOKS);
                now = json(send(as(sent.path("href").asText()).GET()));
            }
            return new Took((System.nanoTime() - begin) / 1e9, memory.mebibytes(), now);
        } catch (IOException e) {
            throw new Trouble("The file cannot be read", e);
        }
    }

    /** A write, however long it takes. */
    JsonNode post(String path, String document) throws InterruptedException {
        return json(send(as(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(document))));
    }

    JsonNode get(String path) throws InterruptedException {
        return json(send(as(path).GET()));
    }

    void requireAll(Took took, String outcome, int rows) {
        if (took.answer().at("/counts/" + outcome).asInt() != rows) {
            throw new Trouble("Not all rows are %s: %s".formatted(outcome, took.answer()));
        }
    }

    Took export(int rows, Duration patience) throws InterruptedException {
        var begin = System.nanoTime();
        var memory = new Peak();
        try (memory;
                var lines = http.send(
                                as("/v1/asset-exports/csv?source=" + source)
                                        .timeout(patience)
                                        .GET()
                                        .build(),
                                HttpResponse.BodyHandlers.ofLines())
                        .body()) {
            long count = lines.count();
            if (count != rows + 1L) {
                throw new Trouble("%d lines are exported, not %d and a header".formatted(count, rows));
            }
            return new Took((System.nanoTime() - begin) / 1e9, memory.mebibytes(), JSON.nullNode());
        } catch (IOException e) {
            throw new Trouble("The export breaks off", e);
        }
    }

    private HttpRequest.Builder as(String path) throws InterruptedException {
        if (System.nanoTime() >= tokenUntil) {
            token = suite.token("ppm");
            tokenUntil = System.nanoTime() + TOKEN.toNanos();
        }
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token);
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
            throw new Trouble("%s is not answered".formatted(request.uri()), e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new Trouble("Not JSON: " + text, e);
        }
    }

    /** Looks at the process while something else is done. */
    private final class Peak implements AutoCloseable {
        private volatile double most;
        private volatile boolean over;
        private final Thread looking = Thread.ofVirtual().start(this::look);

        private void look() {
            try {
                while (!over) {
                    most = Math.max(most, suite.memory().get("inventory").resident());
                    // reading every process's pages takes a share of the machine that is measured
                    Thread.sleep(BETWEEN_MEASUREMENTS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        double mebibytes() {
            return most;
        }

        @Override
        public void close() {
            over = true;
            looking.interrupt();
        }
    }
}
