package city.c3po.gateway;

import static city.c3po.gateway.Call.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.WithInfra;
import city.c3po.testing.WithInfra.Server;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithInfra(value = "gateway", needs = Server.IDENTITY)
@WithTestResource(Neighbourhood.class)
class LimitsTest extends RunningGateway {
    private static final int MIB = 1024 * 1024;

    @Test
    void a_body_that_says_it_is_too_large_reaches_nobody() {
        var json = gateway.send(
                "POST",
                "/v1/trees",
                BodyPublishers.ofByteArray(new byte[MIB + 1]),
                with("Content-Type", "application/json"));
        var other = gateway.exchange("""
                POST /v1/uploads HTTP/1.1\r
                Host: localhost\r
                %s: %s\r
                Content-Length: %d\r
                Connection: close\r
                \r
                """.formatted(TOKEN[0], TOKEN[1], 256 * MIB + 1));

        assertProblem(413, "body-too-large", json);
        assertTrue(other.startsWith("HTTP/1.1 413 ") && other.contains("body-too-large"), other);
        assertEquals(List.of(), PARKS.seen());
    }

    @Test
    void an_operation_may_document_a_limit_of_its_own() {
        assertProblem(
                413,
                "body-too-large",
                gateway.send("POST", "/v1/small", BodyPublishers.ofByteArray(new byte[1001]), TOKEN));
        assertEquals(
                200,
                gateway.send("POST", "/v1/small", BodyPublishers.ofByteArray(new byte[1000]), TOKEN)
                        .statusCode());
    }

    @Test
    void the_largest_body_passes() {
        var received = new AtomicLong();
        PARKS.on("/v1/trees", exchange -> {
            received.set(exchange.getRequestBody().readAllBytes().length);
            SmallService.answer(exchange, 200, "{}");
        });

        var answer = gateway.send(
                "POST",
                "/v1/trees",
                BodyPublishers.ofByteArray(new byte[MIB]),
                with("Content-Type", "application/json"));

        assertEquals(200, answer.statusCode());
        assertEquals(MIB, received.get());
    }

    @Test
    void a_body_that_turns_out_too_large_is_broken_off() {
        var received = new AtomicLong();
        PARKS.on("/v1/trees", exchange -> {
            var in = exchange.getRequestBody();
            for (var n = in.skip(8192); n > 0; n = in.skip(8192)) {
                received.addAndGet(n);
            }
        });

        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[3 * MIB]));
        var answer = gateway.send("POST", "/v1/trees", chunked, with("Content-Type", "application/merge-patch+json"));

        assertProblem(413, "body-too-large", answer);
        assertTrue(received.get() <= MIB, () -> "the service got " + received);
    }

    @Test
    void a_long_address_and_large_headers_get_their_problems() {
        assertProblem(414, "address-too-long", gateway.get("/public/v1/trees?q=" + "a".repeat(9_000)));
        assertProblem(431, "headers-too-large", gateway.get("/public/v1/trees", "X-Long", "a".repeat(40_000)));
        assertEquals(
                200,
                gateway.get("/public/v1/trees?q=" + "a".repeat(7_000), "X-Long", "a".repeat(20_000))
                        .statusCode());
        assertEquals(1, PARKS.seen().size());
    }

    @Test
    void what_is_larger_than_the_server_itself_reads_is_refused_as_well() {
        var line = gateway.statusLine("GET /public/v1/trees?q=" + "a".repeat(30_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        var headers = gateway.statusLine(
                "GET /public/v1/trees HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(100_000) + "\r\n\r\n");

        assertTrue(line.contains(" 414 "), line);
        assertTrue(headers.contains(" 431 "), headers);
        assertEquals(List.of(), PARKS.seen());
    }

    @Test
    void an_old_http_version_is_refused() {
        var answer = gateway.exchange("GET /public/v1/trees HTTP/1.0\r\nHost: localhost\r\n\r\n");

        assertTrue(
                answer.startsWith("HTTP/1.") && answer.contains("505") && answer.contains("http-version-not-supported"),
                answer);
        assertEquals(List.of(), PARKS.seen());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 3\r\nContent-Length: 4",
                "Content-Length: -3",
                "Content-Length: three",
                "Transfer-Encoding: gzip",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: xchunked",
                "Host: elsewhere",
            })
    void a_body_whose_end_is_not_clear_reaches_nobody(String headers) {
        var line =
                gateway.statusLine("POST /public/v1/trees HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\nabc");

        assertTrue(line.isEmpty() || line.startsWith("HTTP/1.1 400"), line);
        assertEquals(List.of(), PARKS.seen());
    }
}
