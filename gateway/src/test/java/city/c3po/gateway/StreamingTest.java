package city.c3po.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.WithInfra;
import city.c3po.testing.WithInfra.Server;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "gateway", needs = Server.IDENTITY)
@WithTestResource(Neighbourhood.class)
class StreamingTest extends RunningGateway {
    private static final int LARGE = 256 * 1024 * 1024;

    /** The buffers of four sockets may take so much together, where the system is generous. */
    private static final int HELD = 128 * 1024 * 1024;

    @Test
    void an_answer_arrives_piece_by_piece_as_the_service_gives_it() throws Exception {
        var pieces = new LinkedBlockingQueue<String>();
        PARKS.on("/v1/streams/words", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            for (var piece = next(pieces); !piece.equals("end"); piece = next(pieces)) {
                exchange.getResponseBody().write(piece.getBytes());
                exchange.getResponseBody().flush();
            }
        });
        pieces.add("first");

        HttpResponse<InputStream> answer = Call.send(
                gateway.request(
                        "GET", "/v1/streams/words", BodyPublishers.noBody(), with("Accept", "text/event-stream")),
                BodyHandlers.ofInputStream());

        // The service writes each next piece only after the one before was read at this end.
        var body = answer.body();
        assertEquals("first", new String(body.readNBytes(5)));
        pieces.add("second");
        assertEquals("second", new String(body.readNBytes(6)));
        pieces.add("end");
        assertEquals(-1, body.read());
    }

    @Test
    void a_large_request_is_not_held_while_the_service_does_not_read_it() throws Exception {
        var read = new CountDownLatch(1);
        var received = new AtomicLong();
        PARKS.on("/v1/uploads", exchange -> {
            await(read);
            received.set(exchange.getRequestBody().transferTo(OutputStream.nullOutputStream()));
            SmallService.answer(exchange, 200, "{}");
        });
        var sent = new AtomicLong();
        var answer = CompletableFuture.supplyAsync(() -> gateway.send(
                "POST", "/v1/uploads", BodyPublishers.ofInputStream(() -> counted(sent)), with("Prefer", "wait=30")));

        assertStopsGrowing(sent);
        read.countDown();

        assertEquals(200, answer.get(60, TimeUnit.SECONDS).statusCode());
        assertEquals(LARGE, received.get());
    }

    @Test
    void a_large_answer_is_not_held_while_the_caller_does_not_read_it() throws Exception {
        var sent = new AtomicLong();
        PARKS.on("/v1/streams/large", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            counted(sent).transferTo(exchange.getResponseBody());
            exchange.getResponseBody().close();
        });

        HttpResponse<InputStream> answer = Call.send(
                gateway.request("GET", "/v1/streams/large", BodyPublishers.noBody(), TOKEN),
                BodyHandlers.ofInputStream());

        assertStopsGrowing(sent);
        assertEquals(LARGE, answer.body().transferTo(OutputStream.nullOutputStream()));
    }

    @Test
    void a_service_hears_when_the_caller_of_a_stream_has_left() throws Exception {
        var heard = new CountDownLatch(1);
        PARKS.on("/v1/streams/words", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            sayUntilNobodyListens(exchange.getResponseBody(), heard);
        });
        HttpResponse<InputStream> answer = Call.send(
                gateway.request(
                        "GET", "/v1/streams/words", BodyPublishers.noBody(), with("Accept", "text/event-stream")),
                BodyHandlers.ofInputStream());
        answer.body().read();

        answer.body().close();

        assertTrue(heard.await(30, TimeUnit.SECONDS), "the service goes on for nobody");
    }

    @Test
    void a_service_hears_when_the_caller_left_who_did_not_read() throws Exception {
        var heard = new CountDownLatch(1);
        var sent = new AtomicLong();
        PARKS.on("/v1/streams/large", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                counted(sent).transferTo(exchange.getResponseBody());
            } catch (IOException left) {
                heard.countDown();
                throw left;
            }
        });
        HttpResponse<InputStream> answer = Call.send(
                gateway.request("GET", "/v1/streams/large", BodyPublishers.noBody(), TOKEN),
                BodyHandlers.ofInputStream());
        assertStopsGrowing(sent);

        answer.body().close();

        assertTrue(heard.await(30, TimeUnit.SECONDS), "the service waits for nobody");
    }

    @Test
    void a_service_that_refuses_a_body_before_it_has_arrived_is_heard() {
        PARKS.on("/v1/uploads", exchange -> {
            SmallService.answer(exchange, 409, "{\"code\":\"four-eyes\"}");
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        });

        for (var n = 0; n < 10; n++) {
            var answer = gateway.send("POST", "/v1/uploads", BodyPublishers.ofInputStream(() -> shorter()), TOKEN);

            assertEquals(409, answer.statusCode());
            assertEquals("{\"code\":\"four-eyes\"}", answer.body());
        }
    }

    private static void sayUntilNobodyListens(OutputStream body, CountDownLatch heard) throws IOException {
        try {
            for (var n = 0; n < 3_000; n++) {
                body.write("event: word\n\n".getBytes());
                body.flush();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        } catch (IOException left) {
            heard.countDown();
            throw left;
        }
    }

    /** Still for a second, with the other end waiting: whatever sent would send more if more were taken. */
    private static void assertStopsGrowing(AtomicLong count) {
        Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .during(1, TimeUnit.SECONDS)
                .pollInterval(100, TimeUnit.MILLISECONDS)
                .until(new Callable<>() {
                    private long before = -1;

                    @Override
                    public Boolean call() {
                        var now = count.get();
                        var still = now > 0 && now == before;
                        before = now;
                        return still;
                    }
                });
        assertTrue(count.get() < HELD, () -> count + " bytes were taken that nobody read");
    }

    private static InputStream shorter() {
        return new ByteArrayInputStream(new byte[8 * 1024 * 1024]);
    }

    private static InputStream counted(AtomicLong count) {
        return new InputStream() {
            private int left = LARGE;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                var n = Math.min(length, left);
                left -= n;
                count.addAndGet(n);
                return n;
            }
        };
    }

    private static String next(LinkedBlockingQueue<String> pieces) throws IOException {
        try {
            var piece = pieces.poll(20, TimeUnit.SECONDS);
            if (piece == null) {
                throw new IOException("nobody read the piece before");
            }
            return piece;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(40, TimeUnit.SECONDS)) {
                throw new IOException("was never told to read");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
