package city.c3po.gateway.door;

import io.micrometer.core.instrument.Clock;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON for each request. No path, query, token or address: those can hold what logs must not. Lines leave
 * together, several times a second: a call of the system for each would cost more than all else that is done here.
 */
@Singleton
final class AccessLog {
    private static final Logger LOG = Logger.getLogger("access");
    private static final long EVERY_MILLIS = 200;
    private static final int MANY = 64 * 1024;

    private final Clock clock;
    private final StringBuilder lines = new StringBuilder();

    AccessLog(Clock clock, Vertx vertx) {
        this.clock = clock;
        vertx.setPeriodic(EVERY_MILLIS, now -> flush());
    }

    void write(Exchange exchange, boolean complete) {
        var response = exchange.request().response();
        var route = exchange.route();
        var line = new StringBuilder(320)
                .append("{\"at\":\"")
                .append(Instant.ofEpochMilli(clock.wallTime()))
                .append("\",\"requestId\":\"")
                .append(exchange.requestId())
                .append("\",\"traceId\":\"")
                .append(exchange.traceId())
                .append("\",\"method\":")
                .append(quoted(exchange.request().method().name()))
                .append(",\"path\":")
                .append(quoted(exchange.template()))
                .append(",\"service\":")
                .append(quoted(route == null ? null : route.service()))
                .append(",\"status\":")
                .append(response.getStatusCode())
                .append(",\"bytes\":")
                .append(response.bytesWritten())
                .append(",\"ms\":")
                .append(exchange.elapsedMillis())
                .append(",\"complete\":")
                .append(complete)
                .append('}');
        add(line);
    }

    /** Ids are made of characters that need no quoting; what comes from a client or a document may not be. */
    private static String quoted(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return Json.encode(text);
            }
        }
        return '"' + text + '"';
    }

    private void add(StringBuilder line) {
        boolean full;
        synchronized (lines) {
            if (!lines.isEmpty()) {
                lines.append('\n');
            }
            lines.append(line);
            full = lines.length() > MANY;
        }
        if (full) {
            flush();
        }
    }

    @PreDestroy
    void flush() {
        String out;
        synchronized (lines) {
            if (lines.isEmpty()) {
                return;
            }
            out = lines.toString();
            lines.setLength(0);
        }
        LOG.info(out);
    }
}
