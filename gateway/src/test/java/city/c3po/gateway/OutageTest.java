package city.c3po.gateway;

import static city.c3po.gateway.Call.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.WithInfra;
import city.c3po.testing.WithInfra.Server;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithInfra(value = "gateway", needs = Server.IDENTITY)
@WithTestResource(Neighbourhood.class)
class OutageTest extends RunningGateway {

    @Test
    void a_dead_service_is_503_while_the_others_and_the_documents_answer_and_passes_when_it_is_back() {
        ROADS.die();
        try {
            var answer = gateway.get("/v1/roads", TOKEN);
            assertProblem(503, "service-unreachable", answer);
            assertFalse(answer.headers().firstValue("Retry-After").orElse("").isEmpty());
            assertEquals(200, gateway.get("/v1/trees", TOKEN).statusCode());
            assertTrue(gateway.get("/openapi.json").body().contains("/v1/roads"));
            assertEquals(200, gateway.get("/openapi/roads.json").statusCode());
        } finally {
            ROADS.rise();
        }
        assertEquals(200, gateway.get("/v1/roads", TOKEN).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "bad-status", "odd-coding"})
    void an_answer_that_is_no_http_is_502(String way) {
        var answer = gateway.get("/v1/odd/" + way, TOKEN);

        assertProblem(502, "service-answer-unusable", answer);
        assertFalse(answer.headers().firstValue("Retry-After").orElse("").isEmpty());
        assertFalse(answer.body().contains("127.0.0.1") || answer.body().contains("Exception"), answer::body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "reset"})
    void a_service_that_dies_before_it_answers_is_503(String way) {
        var answer = gateway.get("/v1/odd/" + way, TOKEN);

        assertProblem(503, "service-unreachable", answer);
        assertFalse(answer.headers().firstValue("Retry-After").orElse("").isEmpty());
    }

    /** Its bytes go nowhere before the gateway hears that the connection has ended. */
    @ParameterizedTest
    @ValueSource(strings = {"nothing", "reset"})
    void a_service_that_dies_while_a_body_goes_to_it_is_503(String way) {
        var body = BodyPublishers.ofString("x".repeat(500_000));

        var answer = gateway.send("POST", "/v1/odd/" + way, body, with("Content-Type", "application/json"));

        assertProblem(503, "service-unreachable", answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"half", "half-chunked"})
    void an_answer_that_breaks_off_is_not_made_to_look_whole(String way) {
        var failure = assertThrows(UncheckedIOException.class, () -> gateway.get("/v1/odd/" + way, TOKEN));

        assertTrue(failure.getCause() instanceof IOException);
    }

    @Test
    void a_service_that_does_not_begin_to_answer_is_504() {
        var answer = gateway.get("/v1/odd/silence", TOKEN);

        assertProblem(504, "service-too-slow", answer);
        assertFalse(answer.headers().firstValue("Retry-After").orElse("").isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/trees | Prefer: wait=20",
                "/v1/trees | Prefer: respond-async, wait=20",
                "/v1/news | Accept: text/event-stream"
            })
    void a_request_that_wants_to_wait_may_wait_longer(String path, String header) throws Exception {
        var arrived = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        PARKS.on(path, exchange -> {
            arrived.countDown();
            await(release);
            SmallService.answer(exchange, 200, "{}");
        });
        var nameAndValue = header.split(": ");
        var waiting = gateway.begin(path, with(nameAndValue));
        await(arrived);

        // This one came later and was given up; so the patience of an ordinary request has passed for both.
        assertProblem(504, "service-too-slow", gateway.get("/v1/odd/silence", TOKEN));
        assertFalse(waiting.isDone());
        release.countDown();

        assertEquals(200, waiting.get(20, TimeUnit.SECONDS).statusCode());
    }

    @Test
    void a_stream_of_events_is_waited_for_only_where_one_is_documented() {
        assertProblem(504, "service-too-slow", gateway.get("/v1/odd/silence", with("Accept", "text/event-stream")));
    }

    @Test
    void a_read_that_broke_off_before_its_answer_is_sent_once_more() {
        breaksOff("/v1/trees", 1);

        assertEquals(200, gateway.get("/v1/trees", TOKEN).statusCode());
        assertEquals(2, PARKS.seen().size());
    }

    @Test
    void a_read_is_sent_twice_and_no_more() {
        breaksOff("/v1/trees", 2);

        assertProblem(503, "service-unreachable", gateway.get("/v1/trees", TOKEN));
        assertEquals(2, PARKS.seen().size());
    }

    @Test
    void a_change_is_sent_once_more_only_when_the_service_will_know_it_again() {
        breaksOff("/v1/trees", 1);
        var body = BodyPublishers.ofString("{\"kind\": \"oak\"}");
        assertProblem(
                503,
                "service-unreachable",
                gateway.send("POST", "/v1/trees", body, with("Content-Type", "application/json")));
        assertEquals(1, PARKS.seen().size());

        var bodies = breaksOff("/v1/trees", 1);
        var answer = gateway.send(
                "POST", "/v1/trees", body, with("Content-Type", "application/json", "Idempotency-Key", "one-oak-only"));

        assertEquals(200, answer.statusCode());
        assertEquals(List.of("{\"kind\": \"oak\"}", "{\"kind\": \"oak\"}"), bodies);
    }

    /** What arrived, each time. */
    private static List<String> breaksOff(String path, int times) {
        var bodies = new CopyOnWriteArrayList<String>();
        PARKS.on(path, exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes()));
            if (bodies.size() > times) {
                SmallService.answer(exchange, 200, "{}");
            }
        });
        return bodies;
    }

    @Test
    void a_body_that_stops_arriving_is_the_callers_fault() {
        var answer = gateway.exchange("""
                POST /v1/trees HTTP/1.1\r
                Host: localhost\r
                %s: %s\r
                Content-Length: 1000\r
                Connection: close\r
                \r
                only the beginning""".formatted(TOKEN[0], TOKEN[1]));

        assertTrue(answer.startsWith("HTTP/1.1 408 ") && answer.contains("client-too-slow"), answer);
    }

    @Test
    void a_caller_that_leaves_takes_its_request_along() throws Exception {
        var arrived = new CountDownLatch(1);
        var left = new CountDownLatch(1);
        PARKS.on("/v1/streams/x", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            arrived.countDown();
            try {
                while (true) {
                    exchange.getResponseBody().write(new byte[8192]);
                    exchange.getResponseBody().flush();
                }
            } catch (IOException e) {
                left.countDown();
            }
        });
        try (var socket = gateway.socket()) {
            socket.getOutputStream()
                    .write("GET /v1/streams/x HTTP/1.1\r\nHost: localhost\r\n%s: %s\r\n\r\n"
                            .formatted(TOKEN[0], TOKEN[1])
                            .getBytes());
            await(arrived);
            assertTrue(socket.getInputStream().readNBytes(100).length == 100);
        }
        await(left);
        assertEquals(
                List.of("/v1/streams/x"),
                PARKS.seen().stream().map(SmallService.Seen::uri).toList());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS), "waited too long");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
