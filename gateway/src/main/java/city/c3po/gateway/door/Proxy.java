package city.c3po.gateway.door;

import city.c3po.gateway.GatewayConfig;
import city.c3po.gateway.Services;
import city.c3po.gateway.openapi.RouteTable.Route;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Passes requests on over connections that are kept open, streaming in both directions and holding nothing back. */
@Singleton
final class Proxy {
    private static final ProxyOptions OPTIONS = new ProxyOptions().setSupportWebSocket(false);

    private final GatewayConfig config;
    private final RequestLimits limits;
    private final Connections connections;
    private final Map<String, Service> services = new HashMap<>();

    Proxy(GatewayConfig config, Services services, RequestLimits limits, Connections connections) {
        this.config = config;
        this.limits = limits;
        this.connections = connections;
        services.baseUrls().forEach((key, url) -> this.services.put(key, new Service(url, config)));
    }

    /** To the service of the exchange's route. */
    void pass(Exchange exchange) {
        var request = exchange.request();
        var route = Objects.requireNonNull(exchange.route());
        var service = Objects.requireNonNull(services.get(route.service()));
        var patience = patience(request, route);
        service.occupy(exchange, patience.waits());
        var passage = new Passage(exchange, service, patience.millis(), limits.maxBody(request, route));
        sayHowTheBodyEnds(request);
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        HttpProxy.reverseProxy(OPTIONS, connections.of(request))
                .origin(passage::connect)
                .addInterceptor(passage)
                .handle(request);
    }

    /**
     * A body of HTTP/2 may come without a length, since its frames say where it ends. The service is spoken to in
     * HTTP/1.1, where such a body would pass for the next request; the proxy sends it in chunks when it reads this.
     */
    private static void sayHowTheBodyEnds(HttpServerRequest request) {
        var headers = request.headers();
        var reads = request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (request.version() == HttpVersion.HTTP_2 && !reads && !headers.contains(HttpHeaders.CONTENT_LENGTH)) {
            headers.set(HttpHeaders.TRANSFER_ENCODING, "chunked");
        }
    }

    /** @param millis until the answer begins, or 0 for ever */
    private record Patience(boolean waits, long millis) {}

    private Patience patience(HttpServerRequest request, Route route) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        if (route.streams() && accept != null && accept.contains("text/event-stream")) {
            return new Patience(true, 0);
        }
        return waits(request)
                ? new Patience(true, config.waitTimeout().toMillis())
                : new Patience(false, config.responseTimeout().toMillis());
    }

    private static boolean waits(HttpServerRequest request) {
        for (var header : request.headers().getAll("Prefer")) {
            for (var preference : header.toLowerCase(Locale.ROOT).split("[,;]")) {
                if (preference.strip().matches("wait\\s*(=.*)?")) {
                    return true;
                }
            }
        }
        return false;
    }
}
