package city.c3po.gateway.door;

import city.c3po.gateway.GatewayConfig;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Set;

/** Lets browsers' front ends call from the configured origins, and from no other. Tokens travel in a header, so no cookies. */
@Singleton
final class Cors {
    private static final String REQUEST_HEADERS = "Authorization, Content-Type, Accept, Accept-Language, If-Match, "
            + "If-None-Match, Idempotency-Key, Prefer, X-Request-Id, traceparent, tracestate, Last-Event-ID";
    private static final String ANSWER_HEADERS =
            "ETag, Location, Link, Allow, Retry-After, WWW-Authenticate, Deprecation, "
                    + "Sunset, Content-Disposition, Preference-Applied, RateLimit, RateLimit-Policy, X-Request-Id";

    private final Set<String> origins;

    Cors(GatewayConfig config) {
        this.origins = config.spaOrigins().orElse(Set.of());
    }

    void answer(HttpServerRequest request, MultiMap headers) {
        if (origins.isEmpty()) {
            return;
        }
        headers.add("Vary", "Origin");
        var origin = request.getHeader("Origin");
        if (origin != null && origins.contains(origin)) {
            headers.set("Access-Control-Allow-Origin", origin);
            headers.set("Access-Control-Expose-Headers", ANSWER_HEADERS);
        }
    }

    /** The answer to a browser that asks before it calls. */
    void answerPreflight(HttpServerRequest request, String allow, MultiMap headers) {
        var origin = request.getHeader("Origin");
        if (origin != null && origins.contains(origin) && request.headers().contains("Access-Control-Request-Method")) {
            headers.set("Access-Control-Allow-Methods", allow);
            headers.set("Access-Control-Allow-Headers", REQUEST_HEADERS);
            headers.set("Access-Control-Max-Age", "600");
        }
    }
}
