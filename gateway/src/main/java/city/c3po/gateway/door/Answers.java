package city.c3po.gateway.door;

import city.c3po.gateway.page.Page;
import city.c3po.gateway.problem.Problem;
import city.c3po.gateway.problem.Refusal;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;

/** What the gateway sends itself, and the headers that every answer has, whoever wrote it. */
@Singleton
final class Answers {
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence FRAME_OPTIONS = HttpHeaders.createOptimized("X-Frame-Options");
    private static final CharSequence DENY = HttpHeaders.createOptimized("DENY");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");

    private final Cors cors;
    private final HttpDate date;

    Answers(Cors cors, HttpDate date) {
        this.cors = cors;
        this.date = date;
    }

    void headersOfEveryAnswer(Exchange exchange) {
        var request = exchange.request();
        var headers = request.response().headers();
        headers.set(Exchange.REQUEST_ID, exchange.requestId());
        headers.set(CONTENT_TYPE_OPTIONS, NOSNIFF);
        headers.set(FRAME_OPTIONS, DENY);
        headers.set(REFERRER_POLICY, NO_REFERRER);
        if (!headers.contains(HttpHeaders.DATE)) {
            headers.set(HttpHeaders.DATE, date.now());
        }
        if ("https".equals(request.scheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        var allowance = exchange.allowance();
        if (allowance != null) {
            allowance.headers().forEach(headers::set);
        }
        cors.answer(request, headers);
    }

    void page(Exchange exchange, Page page) {
        var response = exchange.request().response();
        response.headers().setAll(page.headers()).set(HttpHeaders.ETAG, page.etag());
        var known = exchange.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        if (page.status() == 200 && known != null && page.matches(known)) {
            response.headers().remove(HttpHeaders.CONTENT_TYPE);
            response.setStatusCode(304).end();
        } else {
            response.setStatusCode(page.status()).end(page.body());
        }
    }

    void options(Exchange exchange, String allow) {
        var response = exchange.request().response();
        response.putHeader("Allow", allow);
        cors.answerPreflight(exchange.request(), allow, response.headers());
        response.setStatusCode(204).end();
    }

    void problem(Exchange exchange, Refusal refusal) {
        var response = exchange.request().response();
        response.headers().setAll(refusal.headers());
        response.setStatusCode(refusal.kind().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(problemOf(exchange, refusal).body());
    }

    static Problem problemOf(Exchange exchange, Refusal refusal) {
        return new Problem(refusal.kind(), refusal.detail(), exchange.path(), exchange.traceId());
    }
}
