package city.c3po.gateway.door;

import io.micrometer.core.instrument.Clock;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jboss.logging.Logger;

/** One line of JSON for each request. No path, query, token or address: those can hold what logs must not. */
@Singleton
final class AccessLog {
    private static final Logger LOG = Logger.getLogger("access");

    private final Clock clock;

    AccessLog(Clock clock) {
        this.clock = clock;
    }

    void write(Exchange exchange, boolean complete) {
        var response = exchange.request().response();
        var route = exchange.route();
        LOG.info(new JsonObject()
                .put("at", Instant.ofEpochMilli(clock.wallTime()).toString())
                .put("requestId", exchange.requestId())
                .put("traceId", exchange.traceId())
                .put("method", exchange.request().method().name())
                .put("path", exchange.template())
                .put("service", route == null ? null : route.service())
                .put("status", response.getStatusCode())
                .put("bytes", response.bytesWritten())
                .put("ms", exchange.elapsedMillis())
                .put("complete", complete)
                .encode());
    }
}
