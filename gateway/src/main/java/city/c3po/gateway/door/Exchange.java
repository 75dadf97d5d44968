package city.c3po.gateway.door;

import city.c3po.gateway.openapi.RouteTable.Route;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** What the gateway notes about one request on its way. */
final class Exchange {
    static final String REQUEST_ID = "X-Request-Id";

    private static final String KEY = Exchange.class.getName();
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._:-]{8,128}");
    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final long began = System.nanoTime();
    private final RoutingContext routing;
    private final String requestId;
    private final String traceId;
    private @Nullable Route route;
    private @Nullable String template;
    private RateLimit.@Nullable Allowance allowance;

    private Exchange(RoutingContext routing) {
        this.routing = routing;
        var given = routing.request().getHeader(REQUEST_ID);
        this.requestId = given != null && WELL_FORMED.matcher(given).matches() ? given : unlikeAnyOther();
        this.traceId = traceOf(routing.request().getHeader("traceparent"), requestId);
    }

    /** Nobody gains by guessing it, so the system's randomness, which is waited for, is not asked. */
    private static String unlikeAnyOther() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE).toString();
    }

    private static String traceOf(@Nullable String parent, String otherwise) {
        if (parent == null) {
            return otherwise;
        }
        var trace = TRACE_PARENT.matcher(parent);
        return trace.matches() ? trace.group(1) : otherwise;
    }

    static Exchange begin(RoutingContext routing) {
        var exchange = new Exchange(routing);
        routing.put(KEY, exchange);
        MDC.put("requestId", exchange.requestId);
        exchange.nameForMetrics("unrouted");
        return exchange;
    }

    static @Nullable Exchange of(RoutingContext routing) {
        return routing.get(KEY);
    }

    RoutingContext routing() {
        return routing;
    }

    HttpServerRequest request() {
        return routing.request();
    }

    String requestId() {
        return requestId;
    }

    /** Under which all parts know the request: the caller's trace, or else the request's id. */
    String traceId() {
        return traceId;
    }

    /** The path as clients may see it again. */
    String path() {
        var path = request().path();
        return path == null ? "" : path;
    }

    void goesTo(Route found) {
        route = found;
        isFor(found.template());
    }

    /** Logs and metrics name the template and never the path: paths hold ids, and there is no end to them. */
    void isFor(String pathTemplate) {
        template = pathTemplate;
        nameForMetrics(pathTemplate);
    }

    @Nullable Route route() {
        return route;
    }

    @Nullable String template() {
        return template;
    }

    /** What the caller may still ask for, to be said with the answer. */
    void mayStill(RateLimit.Allowance left) {
        allowance = left;
    }

    RateLimit.@Nullable Allowance allowance() {
        return allowance;
    }

    long elapsedMillis() {
        return (System.nanoTime() - began) / 1_000_000;
    }

    private void nameForMetrics(String name) {
        ((HttpServerRequestInternal) request()).context().putLocal("UrlPathTemplate", name);
    }
}
