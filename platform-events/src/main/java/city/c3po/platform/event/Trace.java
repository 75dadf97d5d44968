package city.c3po.platform.event;

import io.opentelemetry.api.trace.Span;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The W3C trace this work belongs to: the tracer's where tracing is on, else what the request brought. */
public final class Trace {
    /** Where the web layer leaves the request's {@code traceparent} header. */
    public static final String MDC_KEY = "traceParent";

    private Trace() {}

    static @Nullable String parent() {
        var span = Span.current().getSpanContext();
        if (span.isValid()) {
            return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                    + span.getTraceFlags().asHex();
        }
        return MDC.get(MDC_KEY) instanceof String parent ? parent : null;
    }
}
