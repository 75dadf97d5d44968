package city.c3po.testing.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;

/** A server with exactly the virtues and faults that a test plants. */
public final class LittleServer implements AutoCloseable {
    /** What one test's server answers. */
    @FunctionalInterface
    public interface Behaviour {
        Response answer(Request request) throws IOException;
    }

    public record Request(String method, String path, String query, HttpExchange exchange, String body) {
        public String header(String name) {
            var value = exchange.getRequestHeaders().getFirst(name);
            return value == null ? "" : value;
        }
    }

    public record Response(int status, String mediaType, String body, Map<String, String> headers) {
        public static Response json(int status, String body) {
            return new Response(status, "application/json", body, Map.of());
        }

        public static Response problem(int status, String code) {
            return new Response(status, "application/problem+json", """
                    {"type": "/problems/little/%1$s", "title": "%1$s", "status": %2$d, "detail": "Do better.",
                     "instance": "/", "code": "%1$s", "traceId": "0123456789abcdef"}""".formatted(code, status), Map.of());
        }
    }

    static {
        // Otherwise head and body of an answer are 40 ms apart.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;

    private LittleServer(HttpServer server) {
        this.server = server;
    }

    public static LittleServer start(Behaviour behaviour) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var uri = exchange.getRequestURI();
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
                write(
                        exchange,
                        behaviour.answer(
                                new Request(exchange.getRequestMethod(), uri.getPath(), query, exchange, body)));
            }
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return new LittleServer(server);
    }

    public String baseUri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void write(HttpExchange exchange, Response response) throws IOException {
        var bytes = response.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", response.mediaType());
        response.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
