package city.c3po.gateway.problem;

import java.util.Locale;

/** Everything that the gateway itself can answer instead of a service. Explained in {@code problems/gateway.json}. */
public enum GatewayProblem {
    MALFORMED_REQUEST(400, "The request is not well-formed"),
    MALFORMED_PATH(400, "The path is not well-formed"),
    TOKEN_MISSING(401, "A token is needed"),
    TOKEN_REJECTED(401, "The token is not accepted"),
    UNKNOWN_PATH(404, "There is nothing at this path"),
    METHOD_NOT_ALLOWED(405, "The path does not answer this method"),
    CLIENT_TOO_SLOW(408, "The request did not arrive in time"),
    BODY_TOO_LARGE(413, "The body is too large"),
    ADDRESS_TOO_LONG(414, "The address is too long"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL(500, "The gateway failed"),
    SERVICE_ANSWER_UNUSABLE(502, "The service gave no usable answer"),
    SERVICE_UNREACHABLE(503, "The service cannot be reached"),
    SERVICE_BUSY(503, "The service has enough to do"),
    IDENTITY_PROVIDER_UNAVAILABLE(503, "Tokens cannot be checked right now"),
    SERVICE_TOO_SLOW(504, "The service did not answer in time"),
    HTTP_VERSION_NOT_SUPPORTED(505, "The version of HTTP is not supported");

    private final int status;
    private final String title;

    GatewayProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** Whether a service is at fault, and not the caller, the identity provider or the gateway itself. */
    public boolean isOfService() {
        return switch (this) {
            case SERVICE_ANSWER_UNUSABLE, SERVICE_UNREACHABLE, SERVICE_TOO_SLOW -> true;
            case MALFORMED_REQUEST,
                    MALFORMED_PATH,
                    TOKEN_MISSING,
                    TOKEN_REJECTED,
                    UNKNOWN_PATH,
                    METHOD_NOT_ALLOWED,
                    CLIENT_TOO_SLOW,
                    BODY_TOO_LARGE,
                    ADDRESS_TOO_LONG,
                    TOO_MANY_REQUESTS,
                    HEADERS_TOO_LARGE,
                    INTERNAL,
                    SERVICE_BUSY,
                    IDENTITY_PROVIDER_UNAVAILABLE,
                    HTTP_VERSION_NOT_SUPPORTED -> false;
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String type() {
        return "/problems/gateway/" + code();
    }
}
