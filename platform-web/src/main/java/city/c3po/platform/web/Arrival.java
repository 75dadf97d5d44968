package city.c3po.platform.web;

import city.c3po.platform.event.Trace;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The first to see a request, before security and routing: who asks again can name it, and so can every log line. */
@Singleton
class Arrival {
    static final String REQUEST_ID = "X-Request-Id";
    private static final String MDC_REQUEST_ID = "requestId";
    /** Before authentication (200), so that a refusal carries the id as well. */
    private static final int FIRST = 1_000;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");
    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    void register(@Observes Filters filters) {
        filters.register(this::welcome, FIRST);
    }

    private void welcome(RoutingContext call) {
        var id = requestId(call.request());
        call.put(REQUEST_ID, id);
        MDC.put(MDC_REQUEST_ID, id);
        var parent = traceParent(call.request());
        if (parent != null) {
            MDC.put(Trace.MDC_KEY, parent);
        }
        forgetTypeOfNothing(call.request());
        call.response().putHeader(REQUEST_ID, id).putHeader("X-Content-Type-Options", "nosniff");
        call.next();
    }

    /** The caller's id is kept when it is one; what could break a log line is not. */
    private static String requestId(HttpServerRequest request) {
        var sent = request.getHeader(REQUEST_ID);
        return sent != null && ID.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }

    /** {@code curl -d ''} calls an empty body a form of its own accord: a verb without a body need not refuse that. */
    private static void forgetTypeOfNothing(HttpServerRequest request) {
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith(FORM) && "0".equals(request.getHeader(HttpHeaders.CONTENT_LENGTH))) {
            request.headers().remove(HttpHeaders.CONTENT_TYPE);
        }
    }

    private static @Nullable String traceParent(HttpServerRequest request) {
        var sent = request.getHeader("traceparent");
        return sent != null && TRACE_PARENT.matcher(sent).matches() ? sent : null;
    }

    /** What a caller reports and we find in the logs: the trace where there is one, else the request's id. */
    static String traceId(RoutingContext call) {
        var sent = call.request().getHeader("traceparent");
        var trace = TRACE_PARENT.matcher(sent == null ? "" : sent);
        return trace.matches() ? trace.group(1) : String.valueOf(call.<String>get(REQUEST_ID));
    }
}
