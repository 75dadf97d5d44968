package city.c3po.gateway.problem;

import java.util.Map;

/** Ends the handling of a request with a problem. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final GatewayProblem kind;
    private final transient Map<String, String> headers;

    public Refusal(GatewayProblem kind, String detail) {
        this(kind, detail, Map.of());
    }

    /** @param headers that belong to this status, as {@code Allow} belongs to 405 */
    public Refusal(GatewayProblem kind, String detail, Map<String, String> headers) {
        super(detail, null, false, false);
        this.kind = kind;
        this.headers = headers;
    }

    /** For what passes by itself. */
    public static Refusal forNow(GatewayProblem kind, String detail) {
        return new Refusal(kind, detail, Map.of("Retry-After", "5"));
    }

    public GatewayProblem kind() {
        return kind;
    }

    public String detail() {
        return getMessage();
    }

    public Map<String, String> headers() {
        return headers;
    }
}
