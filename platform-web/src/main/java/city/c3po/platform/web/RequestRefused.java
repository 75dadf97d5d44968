package city.c3po.platform.web;

import city.c3po.platform.rule.Fault;
import java.util.List;
import java.util.Map;

/** A request was refused before any rule of the business was asked. */
public final class RequestRefused extends RuntimeException {
    private final Refusal refusal;
    private final transient Map<String, String> headers;
    private final transient List<Fault> faults;

    RequestRefused(Refusal refusal, Map<String, String> headers, List<Fault> faults) {
        // No stack trace: a refusal is an answer, not an accident.
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
        this.headers = headers;
        this.faults = List.copyOf(faults);
    }

    public Refusal refusal() {
        return refusal;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public List<Fault> faults() {
        return faults;
    }
}
