package city.c3po.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A service behind the gateway: a real HTTP server with a document, that notes what reaches it. */
final class SmallService implements HttpHandler {
    private static final String DOCUMENT = "/q/openapi";
    private static final String READY = "/q/health/ready";

    private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final String firstDocument;
    private HttpServer server;
    private volatile String document;
    private volatile boolean tagged = true;

    record Seen(String method, String uri, Headers headers) {
        String header(String name) {
            return headers.getFirst(name);
        }
    }

    private SmallService(String document) {
        this.firstDocument = document;
        this.document = document;
        this.server = listen(0);
    }

    static SmallService start(String document) {
        return new SmallService(document);
    }

    private HttpServer listen(int port) {
        try {
            var created = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            created.createContext("/", this);
            created.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            created.start();
            return created;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void die() {
        server.stop(0);
    }

    void rise() {
        server = listen(server.getAddress().getPort());
    }

    /** As it was when it started, and nothing seen. */
    void reset() {
        document = firstDocument;
        tagged = true;
        handlers.clear();
        seen.clear();
    }

    void publishes(String text) {
        document = text;
    }

    void givesNoTag() {
        tagged = false;
    }

    String document() {
        return document;
    }

    void on(String path, HttpHandler handler) {
        handlers.put(path, handler);
    }

    /** Requests but those for the document and health. */
    List<Seen> seen() {
        return seen;
    }

    Seen lastSeen() {
        return seen.getLast();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var handler = handlers.get(path);
        if (!path.startsWith("/q/")) {
            seen.add(new Seen(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders()));
        }
        if (handler != null) {
            handler.handle(exchange);
        } else if (path.equals(DOCUMENT)) {
            answerDocument(exchange);
        } else if (path.equals(READY)) {
            answer(exchange, 200, "{}");
        } else {
            answer(exchange, 200, "{\"from\":\"service\"}");
        }
        exchange.close();
    }

    private void answerDocument(HttpExchange exchange) throws IOException {
        var tag = "\"" + Integer.toHexString(document.hashCode()) + "\"";
        if (tagged) {
            exchange.getResponseHeaders().set("ETag", tag);
        }
        if (tagged && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            answer(exchange, 200, document);
        }
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        if (exchange.getResponseHeaders().getFirst("Content-Type") == null) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
        }
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", "" + bytes.length);
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
