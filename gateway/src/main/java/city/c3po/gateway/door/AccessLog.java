package city.c3po.gateway.door;

import io.micrometer.core.instrument.Clock;
import io.vertx.core.json.Json;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON for each request. No path, query, token or address: those can hold what logs must not. Lines leave
 * together, several times a second, on a thread of their own: a call of the system for each would cost more than all
 * else that is done here, and whoever writes many keeps nobody's answer waiting.
 */
@Singleton
final class AccessLog {
    private static final Logger LOG = Logger.getLogger("access");
    private static final long EVERY_MILLIS = 200;
    private static final int MANY = 64 * 1024;
    /** When nobody reads what is written, requests wait rather than fill the memory. */
    private static final int TOO_MANY = 4 * 1024 * 1024;

    private final Clock clock;
    private final StringBuilder lines = new StringBuilder();
    private boolean calledFor;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("access-log").factory());

    AccessLog(Clock clock) {
        this.clock = clock;
        writer.scheduleWithFixedDelay(this::flush, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
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
        boolean many;
        boolean tooMany;
        synchronized (lines) {
            if (!lines.isEmpty()) {
                lines.append('\n');
            }
            lines.append(line);
            many = lines.length() > MANY && !calledFor;
            calledFor |= many;
            tooMany = lines.length() > TOO_MANY;
        }
        if (tooMany) {
            flush();
        } else if (many) {
            writer.execute(this::flush);
        }
    }

    private void flush() {
        String out;
        synchronized (lines) {
            calledFor = false;
            if (lines.isEmpty()) {
                return;
            }
            out = lines.toString();
            lines.setLength(0);
        }
        LOG.info(out);
    }

    @PreDestroy
    void stop() {
        writer.shutdown();
        flush();
    }
}
