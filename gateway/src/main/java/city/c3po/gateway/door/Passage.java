package city.c3po.gateway.door;

import city.c3po.gateway.problem.GatewayProblem;
import city.c3po.gateway.problem.Problem;
import city.c3po.gateway.problem.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.StreamResetException;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request on its way to a service, and the answer on its way back. */
final class Passage implements ProxyInterceptor {
    private static final Logger LOG = Logger.getLogger(Passage.class);
    private static final long CANCEL = 8;

    /** A service that restarts refuses connections for a moment. */
    private static final long BEFORE_REPEATING = 100;

    private final Exchange exchange;
    private final Vertx vertx;
    private final Service service;
    private final long patienceMillis;
    private final long maxBody;
    private @Nullable Upload upload;
    private @Nullable Refusal refusal;
    private boolean repeated;
    private boolean connected;
    private long timer = -1;

    /** @param patienceMillis how long nothing may move before the answer begins, or 0 for ever */
    Passage(Exchange exchange, Service service, long patienceMillis, long maxBody) {
        this.exchange = exchange;
        this.vertx = exchange.routing().vertx();
        this.service = service;
        this.patienceMillis = patienceMillis;
        this.maxBody = maxBody;
    }

    Future<HttpClientRequest> connect(ProxyContext context) {
        connected = false;
        return context.client().request(service.address()).onSuccess(request -> {
            connected = true;
            watch(request, patienceMillis);
        });
    }

    private void watch(HttpClientRequest request, long millis) {
        if (patienceMillis > 0) {
            timer = vertx.setTimer(millis, fired -> {
                var moving = upload == null || upload.trickles() ? 0 : patienceMillis - upload.millisSinceMoved();
                if (moving > 0) {
                    watch(request, moving);
                } else {
                    refusal = nothingMoves();
                    request.reset(CANCEL);
                }
            });
        }
    }

    private Refusal nothingMoves() {
        return upload != null && upload.waitsForClient()
                ? new Refusal(
                        GatewayProblem.CLIENT_TOO_SLOW,
                        "The body arrives too slowly or not at all. Send the request again.")
                : Refusal.forNow(
                        GatewayProblem.SERVICE_TOO_SLOW,
                        "The service has not begun to answer. Read the record before you repeat a change.");
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var request = context.request();
        Forwarding.toService(request.headers(), exchange);
        if (hasBody(exchange.request())) {
            var body = request.getBody();
            upload = new Upload(body.stream(), maxBody, mayBeRepeated(exchange.request()));
            request.setBody(Body.body(upload, body.length()));
        } else {
            request.setBody(null);
            exchange.request().resume();
        }
        return service.guard(() -> attempt(context))
                .recover(failure -> Future.succeededFuture(problem(request, refusalFor(failure))));
    }

    /** By its headers, as the service will read them. */
    private static boolean hasBody(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !length.equals("0");
    }

    /** Reads, and changes that the service recognises when they come again. */
    private static boolean mayBeRepeated(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET)
                || request.method().equals(HttpMethod.HEAD)
                || request.headers().contains("Idempotency-Key");
    }

    private Future<ProxyResponse> attempt(ProxyContext context) {
        return context.sendRequest()
                .onComplete(answer -> vertx.cancelTimer(timer))
                .compose(Passage::withPlausibleHead)
                .recover(failure -> again(context, failure));
    }

    /** Once, when a connection broke before a byte of the answer: a kept one, or one to a service that restarts. */
    private Future<ProxyResponse> again(ProxyContext context, Throwable failure) {
        var whole = upload == null ? null : upload.whole();
        var asBefore = upload == null || !connected && upload.untouched();
        if (repeated
                || refusal != null
                || !isBroken(failure)
                || callerLeft()
                || !mayBeRepeated(exchange.request())
                || !asBefore && whole == null) {
            return Future.failedFuture(refusalFor(failure));
        }
        repeated = true;
        if (!asBefore) {
            context.request().setBody(Body.body(whole));
        }
        return vertx.timer(BEFORE_REPEATING, TimeUnit.MILLISECONDS).compose(waited -> attempt(context));
    }

    private static boolean isBroken(Throwable failure) {
        // A reset connection is a SocketException, or the native transport's own exception. A reset stream is one whose
        // body
        // could not be written any more, before it was heard that the connection has ended.
        return failure instanceof HttpClosedException
                || failure instanceof StreamResetException
                || failure instanceof IOException;
    }

    private boolean callerLeft() {
        return exchange.request().response().closed();
    }

    private static Future<ProxyResponse> withPlausibleHead(ProxyResponse answer) {
        var status = answer.getStatusCode();
        var coding = answer.headers().get(HttpHeaders.TRANSFER_ENCODING);
        if (status >= 200 && status < 600 && (coding == null || coding.equals("chunked"))) {
            return Future.succeededFuture(answer);
        }
        answer.release();
        return Future.failedFuture("status " + status + " transfer-encoding " + coding);
    }

    private Refusal refusalFor(Throwable failure) {
        if (failure instanceof Refusal known) {
            return known;
        }
        if (upload != null && upload.tooLarge()) {
            return RequestLimits.bodyTooLarge(maxBody);
        }
        if (refusal != null) {
            return refusal;
        }
        if (callerLeft()) {
            return new Refusal(GatewayProblem.CLIENT_TOO_SLOW, "The connection was closed before the answer.");
        }
        if (!connected) {
            return Refusal.forNow(
                    GatewayProblem.SERVICE_UNREACHABLE, "The service does not accept connections. Try again shortly.");
        }
        if (isBroken(failure)) {
            // it ended while the connection was open: to the caller the same as one that refuses connections
            return Refusal.forNow(
                    GatewayProblem.SERVICE_UNREACHABLE,
                    "The service broke off before it answered. Read the record before you repeat a change.");
        }
        LOG.warnf(
                "service=%s gave no usable answer reason=%s",
                service.address().getHost() + ":" + service.address().getPort(), failure);
        return Refusal.forNow(
                GatewayProblem.SERVICE_ANSWER_UNUSABLE,
                "The service did not answer in HTTP. Read the record before you repeat a change.");
    }

    private ProxyResponse problem(ProxyRequest request, Refusal refused) {
        var body = Answers.problemOf(exchange, refused).body();
        if (request.getBody() != null) {
            request.release();
        }
        var response = request.response().setStatusCode(refused.kind().status()).setBody(Body.body(body));
        refused.headers().forEach(response::putHeader);
        return response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        var answer = context.response();
        Forwarding.toClient(answer.headers());
        if (answer.getBody().stream() instanceof HttpClientResponse fromService) {
            Delivery.begin(fromService, answer.headers(), exchange.request());
            return Future.succeededFuture();
        }
        return context.sendResponse();
    }
}
