package city.c3po.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.WithInfra;
import city.c3po.testing.WithInfra.Server;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "gateway", needs = Server.IDENTITY)
@WithTestResource(Neighbourhood.class)
class LogsAndMetricsTest extends RunningGateway {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler collector = new Handler() {
        @Override
        public void publish(LogRecord line) {
            // several requests may leave as one record
            lines.addAll(line.getMessage().lines().toList());
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("access").addHandler(collector);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("access").removeHandler(collector);
    }

    private JsonObject lineOf(String requestId) {
        return Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .until(
                        () -> lines.stream()
                                .map(JsonObject::new)
                                .filter(line -> line.getString("requestId").equals(requestId))
                                .findFirst()
                                .orElse(null),
                        line -> line != null);
    }

    @Test
    void each_request_is_a_line_of_json_that_names_the_template_and_not_the_path() {
        gateway.get("/v1/trees/secret-id?name=secret-name", with("X-Request-Id", "request-one"));

        var line = lineOf("request-one");
        assertEquals("GET", line.getString("method"));
        assertEquals("/v1/trees/{id}", line.getString("path"));
        assertEquals("parks", line.getString("service"));
        assertEquals(200, line.getInteger("status"));
        assertTrue(line.getLong("ms") >= 0 && line.getBoolean("complete"));
        assertFalse(line.encode().contains("secret"));
    }

    @Test
    void what_never_reached_a_route_is_a_line_too() {
        gateway.get("/v1/secret-path", with("X-Request-Id", "request-two"));
        gateway.get("/health", "X-Request-Id", "request-three");

        assertNull(lineOf("request-two").getString("path"));
        assertEquals(404, lineOf("request-two").getInteger("status"));
        assertEquals("/health", lineOf("request-three").getString("path"));
    }

    @Test
    void whoever_reads_the_log_slowly_keeps_nobody_waiting() throws InterruptedException {
        var reading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow = new SlowReader(reading, goOn);
        Logger.getLogger("access").addHandler(slow);
        try {
            gateway.get("/v1/trees", TOKEN);
            assertTrue(reading.await(10, TimeUnit.SECONDS), "the line was never written");

            // On connections of their own, so that they spread over all threads that serve.
            var answers = IntStream.range(0, 32)
                    .mapToObj(n -> new Call(address).begin("/v1/trees", with("X-Request-Id", "in-a-hurry-" + n)))
                    .toList();

            answers.forEach(answer -> assertEquals(
                    200, answer.orTimeout(20, TimeUnit.SECONDS).join().statusCode()));
        } finally {
            goOn.countDown();
            Logger.getLogger("access").removeHandler(slow);
        }
        assertEquals(200, lineOf("in-a-hurry-31").getInteger("status"));
    }

    private static final class SlowReader extends Handler {
        private final CountDownLatch reading;
        private final CountDownLatch goOn;

        SlowReader(CountDownLatch reading, CountDownLatch goOn) {
            this.reading = reading;
            this.goOn = goOn;
        }

        @Override
        public void publish(LogRecord line) {
            reading.countDown();
            try {
                goOn.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /** The bounds that alerts about slow answers count by. */
    private static List<String> bucketsOf(String template, String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_bucket{"))
                .filter(line -> line.contains("uri=\"" + template + "\""))
                .map(line -> line.replaceFirst(".*le=\"([^\"]+)\".*", "$1"))
                .toList();
    }

    @Test
    void metrics_count_templates_and_are_not_at_the_door() {
        gateway.get("/v1/trees/secret-id", TOKEN);
        gateway.get("/v1/secret-path");
        gateway.get("/problems/secret/problem");

        var metrics = new Call(management).get("/q/metrics").body();

        assertTrue(metrics.contains("uri=\"/v1/trees/{id}\""), metrics);
        assertTrue(bucketsOf("/v1/trees/{id}", metrics).contains("2.5"), metrics);
        assertFalse(metrics.contains("secret"), metrics);
        assertEquals(200, new Call(management).get("/q/health/ready").statusCode());
        assertEquals(404, gateway.get("/q/metrics").statusCode());
    }
}
