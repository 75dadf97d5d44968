package city.c3po.gateway.door;

import city.c3po.gateway.GatewayConfig;
import city.c3po.gateway.openapi.RouteTable.Route;
import city.c3po.gateway.problem.GatewayProblem;
import city.c3po.gateway.problem.Refusal;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** What a request may look like at all, before anyone asks what it is for. */
@Singleton
final class RequestLimits {
    // The server itself takes about twice as much, so that it is here that a refusal gets its words.
    private static final int ADDRESS = 8_000;
    private static final int HEADERS = 32_000;

    private static final List<CharSequence> ONCE = List.of(
            HttpHeaders.AUTHORIZATION, HttpHeaders.HOST, HttpHeaders.CONTENT_LENGTH, HttpHeaders.TRANSFER_ENCODING);

    private final long maxBody;
    private final long maxJsonBody;

    RequestLimits(GatewayConfig config) {
        this.maxBody = config.maxBody().asLongValue();
        this.maxJsonBody = config.maxJsonBody().asLongValue();
    }

    void check(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_1_0) {
            throw new Refusal(GatewayProblem.HTTP_VERSION_NOT_SUPPORTED, "Use HTTP/1.1 or HTTP/2.");
        }
        if (request.uri().length() > ADDRESS) {
            throw new Refusal(GatewayProblem.ADDRESS_TOO_LONG, "Use fewer or shorter parameters.");
        }
        var size = 0;
        for (var header : request.headers()) {
            size += header.getKey().length() + header.getValue().length();
        }
        if (size > HEADERS) {
            throw new Refusal(GatewayProblem.HEADERS_TOO_LARGE, "Send fewer or shorter headers.");
        }
        checkFraming(request);
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            checkLength(length);
        }
    }

    /** Refused before anything of it was read, when it says itself that it is too long. */
    void checkLength(HttpServerRequest request, Route route) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > maxBody(request, route)) {
            throw bodyTooLarge(maxBody(request, route));
        }
    }

    private static void checkFraming(HttpServerRequest request) {
        for (var name : ONCE) {
            if (request.headers().getAll(name).size() > 1) {
                throw malformed("Send the header " + name + " once.");
            }
        }
        var encoding = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
        if (encoding != null
                && (!encoding.equals("chunked") || request.headers().contains(HttpHeaders.CONTENT_LENGTH))) {
            throw malformed("Say the length of the body in one way only.");
        }
        if (request.authority() == null) {
            throw malformed("The header Host is missing or not readable.");
        }
    }

    private static void checkLength(String contentLength) {
        try {
            if (Long.parseLong(contentLength) < 0) {
                throw malformed("The header Content-Length is not readable.");
            }
        } catch (NumberFormatException e) {
            throw malformed("The header Content-Length is not readable.");
        }
    }

    /** Services limit JSON as well, but cannot refuse a body that is still arriving without cutting the connection. */
    long maxBody(HttpServerRequest request, Route route) {
        if (route.maxBody() > 0) {
            return route.maxBody();
        }
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null) {
            return maxBody;
        }
        var media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return media.equals("application/json") || media.endsWith("+json") ? maxJsonBody : maxBody;
    }

    static Refusal bodyTooLarge(long limit) {
        return new Refusal(
                GatewayProblem.BODY_TOO_LARGE, "This kind of body may have " + limit + " bytes. Send less at once.");
    }

    private static Refusal malformed(String detail) {
        return new Refusal(GatewayProblem.MALFORMED_REQUEST, detail);
    }
}
