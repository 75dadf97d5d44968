package city.c3po.gateway.door;

import city.c3po.gateway.problem.GatewayProblem;
import city.c3po.gateway.problem.Problem;
import city.c3po.gateway.problem.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.SocketException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request on its way to a service, and the answer on its way back. */
final class Passage implements ProxyInterceptor {
    private static final Logger LOG = Logger.getLogger(Passage.class);
    private static final long CANCEL = 8;

    private final Exchange exchange;
    private final Vertx vertx;
    private final RequestOptions service;
    private final long patienceMillis;
    private final long maxBody;
    private @Nullable Upload upload;
    private @Nullable Refusal refusal;
    private long timer = -1;

    /** @param patienceMillis how long nothing may move before the answer begins, or 0 for ever */
    Passage(Exchange exchange, RequestOptions service, long patienceMillis, long maxBody) {
        this.exchange = exchange;
        this.vertx = exchange.routing().vertx();
        this.service = service;
        this.patienceMillis = patienceMillis;
        this.maxBody = maxBody;
    }

    Future<HttpClientRequest> connect(ProxyContext context) {
        return context.client()
                .request(service)
                .onSuccess(request -> watch(request, patienceMillis))
                .onFailure(failure -> refusal = Refusal.forNow(
                        GatewayProblem.SERVICE_UNREACHABLE,
                        "The service does not accept connections. Try again shortly."));
    }

    private void watch(HttpClientRequest request, long millis) {
        if (patienceMillis > 0) {
            timer = vertx.setTimer(millis, fired -> {
                var moving = upload == null ? 0 : patienceMillis - upload.millisSinceMoved();
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
                ? new Refusal(GatewayProblem.CLIENT_TOO_SLOW, "The body stopped arriving. Send the request again.")
                : Refusal.forNow(
                        GatewayProblem.SERVICE_TOO_SLOW,
                        "The service has not begun to answer. Read the record before you repeat a change.");
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var request = context.request();
        Forwarding.toService(request.headers(), exchange);
        var body = request.getBody();
        upload = new Upload(body.stream(), maxBody);
        request.setBody(Body.body(upload, body.length()));
        return context.sendRequest()
                .onComplete(answer -> vertx.cancelTimer(timer))
                .compose(Passage::withPlausibleStatus)
                .recover(failure -> Future.succeededFuture(problem(request, refusalFor(failure))));
    }

    private static Future<ProxyResponse> withPlausibleStatus(ProxyResponse answer) {
        var status = answer.getStatusCode();
        if (status >= 200 && status < 600) {
            return Future.succeededFuture(answer);
        }
        answer.release();
        return Future.failedFuture("status " + status);
    }

    private Refusal refusalFor(Throwable failure) {
        if (upload != null && upload.tooLarge()) {
            return RequestLimits.bodyTooLarge(maxBody);
        }
        if (refusal != null) {
            return refusal;
        }
        if (failure instanceof HttpClosedException || failure instanceof SocketException) {
            // it ended while the connection was open: to the caller the same as one that refuses connections
            return Refusal.forNow(
                    GatewayProblem.SERVICE_UNREACHABLE,
                    "The service broke off before it answered. Read the record before you repeat a change.");
        }
        LOG.warnf("service=%s gave no usable answer reason=%s", service.getHost() + ":" + service.getPort(), failure);
        return Refusal.forNow(
                GatewayProblem.SERVICE_ANSWER_UNUSABLE,
                "The service did not answer in HTTP. Read the record before you repeat a change.");
    }

    private ProxyResponse problem(ProxyRequest request, Refusal refused) {
        var body = Answers.problemOf(exchange, refused).body();
        var response = request.release()
                .response()
                .setStatusCode(refused.kind().status())
                .setBody(Body.body(body));
        refused.headers().forEach(response::putHeader);
        return response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        Forwarding.toClient(context.response().headers());
        return context.sendResponse();
    }
}
