package city.c3po.gateway.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import city.c3po.gateway.documents.SourceState.State;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.Clock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service on a busy machine: it will give its document, only not at once. */
class SourceTest {
    private static final String BUNDLED = document("1.0");
    private static final Duration LITTLE = Duration.ofMillis(50);
    private static final Duration MUCH = Duration.ofSeconds(20);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer service;
    private Source source;

    private static String document(String version) {
        return """
                {"openapi": "3.1.0", "info": {"title": "t", "version": "%s"}, "paths": {"/v1/trees": {"get": {}}}}
                """.formatted(version);
    }

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/q/openapi", this::answer);
        service.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        service.start();
        source = new Source(
                "parks", URI.create("http://127.0.0.1:" + service.getAddress().getPort()), Clock.SYSTEM);
        source.bundled(BUNDLED.getBytes(StandardCharsets.UTF_8));
        source.publish();
    }

    @AfterEach
    void stop() {
        release.countDown();
        service.stop(0);
        client.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.countDown();
        try {
            if (!release.await(20, TimeUnit.SECONDS)) {
                throw new IOException("was never told to answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var bytes = document("1.1").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void without_patience_what_came_with_the_build_stays_and_the_reason_is_told() throws InterruptedException {
        source.fetch(client, LITTLE);
        source.take();

        assertEquals(State.BUNDLED, source.state().state());
        assertEquals("does not answer", source.state().reason());
        assertEquals("1.0", published());
    }

    @Test
    void a_document_that_is_waited_for_is_taken() throws InterruptedException {
        source.fetch(client, LITTLE);
        source.take();
        Thread.ofVirtual().start(() -> {
            try {
                asked.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            release.countDown();
        });

        source.fetch(client, MUCH);
        source.take();
        source.publish();

        assertEquals(State.LIVE, source.state().state());
        assertNull(source.state().reason());
        assertEquals("1.1", published());
    }

    private String published() {
        var document = source.published();
        assertNotNull(document);
        return document.version();
    }
}
