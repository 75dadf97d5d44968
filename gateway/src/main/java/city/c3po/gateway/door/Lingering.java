package city.c3po.gateway.door;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/**
 * Ends a connection on which the answer was given before the request was complete. At once would be too early: data in
 * flight would reset the connection, and the caller would never read why. Never would be too late.
 */
final class Lingering {
    private static final long GRACE_MILLIS = 2_000;

    private Lingering() {}

    static void close(HttpServerRequest request, Vertx vertx) {
        if (request.isEnded()) {
            return;
        }
        vertx.setTimer(GRACE_MILLIS, fired -> {
            if (request.isEnded()) {
                return;
            }
            if (request.version() == HttpVersion.HTTP_2) {
                request.response().reset();
            } else {
                request.connection().close();
            }
        });
    }
}
