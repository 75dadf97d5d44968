package city.c3po.gateway.door;

import city.c3po.gateway.GatewayConfig;
import io.netty.channel.EventLoop;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.impl.ContextInternal;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Kept connections to the services, a pool of them for each thread that serves requests. One pool for all would hand a
 * request to whichever connection is free, mostly one of another thread, and then every piece of the answer would
 * change threads twice.
 */
@Singleton
final class Connections {
    /** What a service writes at once arrives in as few pieces as the socket gives, since each piece is one write. */
    private static final int LARGEST_PIECE = 64 * 1024;

    private final Vertx vertx;
    private final HttpClientOptions options;
    private final Map<EventLoop, HttpClient> clients = new ConcurrentHashMap<>();

    Connections(Vertx vertx, GatewayConfig config) {
        this.vertx = vertx;
        this.options = new HttpClientOptions()
                .setName("services")
                .setMaxPoolSize(config.concurrentPerService() + config.waitingPerService())
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAliveTimeout(60)
                .setMaxHeaderSize(64 * 1024)
                .setMaxChunkSize(LARGEST_PIECE)
                .setTcpNoDelay(true);
    }

    /** Those of the thread that serves the request. */
    HttpClient of(HttpServerRequest request) {
        var thread = ((ContextInternal) ((HttpServerRequestInternal) request).context()).nettyEventLoop();
        return clients.computeIfAbsent(thread, first -> vertx.createHttpClient(options));
    }

    @PreDestroy
    void close() {
        clients.values().forEach(HttpClient::close);
    }
}
