package city.c3po.gateway.door;

import city.c3po.gateway.GatewayConfig;
import city.c3po.gateway.problem.GatewayProblem;
import city.c3po.gateway.problem.Refusal;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A service as the gateway deals with it: where it is, how much it has in hand, and whether it is left alone because
 * it failed again and again. One that hangs must not take the gateway's connections from the others.
 */
final class Service {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final RequestOptions address;
    private final Share working;
    private final Share waiting;
    private final Breaker breaker;

    Service(URI url, GatewayConfig config) {
        this.address = addressOf(url, config.connectTimeout().toMillis());
        this.working = new Share(config.concurrentPerService());
        this.waiting = new Share(config.waitingPerService());
        this.breaker = new Breaker(
                config.failuresPerService(),
                WINDOW.toNanos(),
                config.leftAlone().toNanos(),
                System::nanoTime);
    }

    private static RequestOptions addressOf(URI url, long connectMillis) {
        var secure = "https".equals(url.getScheme());
        var port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        return new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(port, url.getHost()))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(secure)
                .setConnectTimeout(connectMillis);
    }

    RequestOptions address() {
        return address;
    }

    /** Until the exchange ends, one of the places; none is left for more than a service can do. */
    void occupy(Exchange exchange, boolean waits) {
        var share = waits ? waiting : working;
        if (share.taken.incrementAndGet() > share.places) {
            share.taken.decrementAndGet();
            throw new Refusal(
                    GatewayProblem.SERVICE_BUSY,
                    "As many requests as the service can take are under way. Send yours again shortly.",
                    Map.of("Retry-After", "1"));
        }
        exchange.routing().addEndHandler(end -> share.taken.decrementAndGet());
    }

    /** Tries it, unless the service is left alone. Only what is the service's own fault counts against it. */
    Future<ProxyResponse> guard(Supplier<Future<ProxyResponse>> attempt) {
        if (!breaker.admits()) {
            return Future.failedFuture(Refusal.forNow(
                    GatewayProblem.SERVICE_UNREACHABLE,
                    "The service has failed several times in a row and gets a moment to recover. Try again shortly."));
        }
        return attempt.get().onComplete(this::judge);
    }

    private void judge(AsyncResult<ProxyResponse> attempt) {
        if (attempt.succeeded()) {
            breaker.succeeded();
        } else if (attempt.cause() instanceof Refusal refusal && refusal.kind().isOfService()) {
            breaker.failed();
        }
    }

    private static final class Share {
        private final int places;
        private final AtomicInteger taken = new AtomicInteger();

        private Share(int places) {
            this.places = places;
        }
    }
}
