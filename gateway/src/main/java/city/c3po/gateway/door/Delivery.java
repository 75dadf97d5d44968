package city.c3po.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * A service's answer on its way to the caller: piece by piece, as fast as the caller reads. Most answers are one piece
 * that says its length, and leave as one; whatever is done for each piece is done once for those.
 * When the caller leaves, the proxy ends the request to the service, and with it this.
 */
final class Delivery {
    private static final long UNKNOWN = -1;

    private final HttpClientResponse from;
    private final HttpServerResponse to;
    private final long length;
    private long passed;
    private boolean ended;

    private Delivery(HttpClientResponse from, HttpServerResponse to, long length) {
        this.from = from;
        this.to = to;
        this.length = length;
    }

    /** @param headers of the answer as the caller may see them */
    static void begin(HttpClientResponse from, MultiMap headers, HttpServerRequest request) {
        var to = request.response();
        to.setStatusCode(from.statusCode());
        to.headers().addAll(headers);
        var length = lengthOf(from);
        if (length == UNKNOWN && mayHaveBody(from, request)) {
            to.setChunked(true);
        }
        new Delivery(from, to, length).flow();
    }

    private static boolean mayHaveBody(HttpClientResponse answer, HttpServerRequest request) {
        return !request.method().equals(HttpMethod.HEAD) && answer.statusCode() != 204 && answer.statusCode() != 304;
    }

    private static long lengthOf(HttpClientResponse answer) {
        var length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? UNKNOWN : Long.parseLong(length);
    }

    private void flow() {
        from.exceptionHandler(this::breakOff);
        from.endHandler(this::end);
        from.handler(this::pass);
        from.resume();
    }

    private void pass(Buffer piece) {
        passed += piece.length();
        if (passed == length) {
            ended = true;
            to.end(piece);
            return;
        }
        to.write(piece);
        if (to.writeQueueFull()) {
            from.pause();
            to.drainHandler(drained -> from.resume());
        }
    }

    private void end(Void nothing) {
        if (!ended) {
            ended = true;
            to.end();
        }
    }

    /** An answer that is not whole must not look so. */
    private void breakOff(Throwable reason) {
        if (!ended) {
            ended = true;
            to.reset();
        }
    }
}
