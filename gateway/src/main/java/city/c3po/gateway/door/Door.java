package city.c3po.gateway.door;

import city.c3po.gateway.documents.ServiceDocuments;
import city.c3po.gateway.openapi.RouteTable;
import city.c3po.gateway.page.Page;
import city.c3po.gateway.page.Pages;
import city.c3po.gateway.problem.GatewayProblem;
import city.c3po.gateway.problem.Refusal;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Every request comes in here, and nothing else in the framework answers any. */
@Singleton
class Door {
    private static final Logger LOG = Logger.getLogger(Door.class);
    private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE + 100;
    private static final String ALLOW_OF_PAGES = "GET, HEAD, OPTIONS";

    private final RequestLimits limits;
    private final List<Pages> pages;
    private final ServiceDocuments documents;
    private final TokenCheck tokens;
    private final RateLimit rate;
    private final Proxy proxy;
    private final Answers answers;
    private final AccessLog log;

    Door(
            RequestLimits limits,
            @All List<Pages> pages,
            ServiceDocuments documents,
            TokenCheck tokens,
            RateLimit rate,
            Proxy proxy,
            Answers answers,
            AccessLog log) {
        this.limits = limits;
        this.pages = pages;
        this.documents = documents;
        this.tokens = tokens;
        this.rate = rate;
        this.proxy = proxy;
        this.answers = answers;
        this.log = log;
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_ALL_OTHERS).handler(this::enter).failureHandler(this::fail);
    }

    /** Probes and scrapes come in beside the door. */
    void watch(@Observes ManagementInterface management) {
        management.router().route().order(BEFORE_ALL_OTHERS).handler(routing -> {
            HeadDeadline.complete(routing.request());
            routing.next();
        });
    }

    private Exchange begin(RoutingContext routing) {
        var exchange = Exchange.begin(routing);
        HeadDeadline.complete(exchange.request());
        routing.addHeadersEndHandler(headers -> answers.headersOfEveryAnswer(exchange));
        routing.addEndHandler(end -> {
            log.write(exchange, end.succeeded());
            HeadDeadline.next(exchange.request());
            Lingering.close(exchange.request(), routing.vertx());
        });
        return exchange;
    }

    private void fail(RoutingContext routing) {
        var exchange = Exchange.of(routing);
        if (exchange == null) {
            // The router itself refuses a target that is no path, before it asks anybody.
            refuse(begin(routing), new Refusal(GatewayProblem.MALFORMED_PATH, "The path must begin with a slash."));
        } else {
            refuse(exchange, routing.failure());
        }
    }

    private void enter(RoutingContext routing) {
        var exchange = begin(routing);
        limits.check(exchange.request());
        var path = RequestPath.of(exchange.request().uri());
        var page = page(path);
        if (page != null) {
            exchange.isFor("/" + path.segments().getFirst());
            countByAddress(exchange);
            answer(exchange, page);
        } else if (exchange.request().method().equals(HttpMethod.OPTIONS)) {
            answers.options(exchange, resource(path).allow());
        } else if (path.needsToken()) {
            tokens.check(routing)
                    .onSuccess(caller -> pass(exchange, path, caller))
                    .onFailure(reason -> refuseUnknown(exchange, reason));
        } else {
            pass(exchange, path, address(exchange));
        }
    }

    /** Whoever guesses tokens is counted by address, like everybody who has none. */
    private void refuseUnknown(Exchange exchange, Throwable reason) {
        try {
            countByAddress(exchange);
            refuse(exchange, reason);
        } catch (Refusal tooMany) {
            refuse(exchange, tooMany);
        }
    }

    private void countByAddress(Exchange exchange) {
        rate.count(address(exchange), exchange);
    }

    private static Caller address(Exchange exchange) {
        return Caller.anonymous(exchange.request().remoteAddress().hostAddress());
    }

    private @Nullable Future<Page> page(RequestPath path) {
        for (var some : pages) {
            var page = some.at(path.raw());
            if (page != null) {
                return page;
            }
        }
        return null;
    }

    private void answer(Exchange exchange, Future<Page> page) {
        var method = exchange.request().method();
        if (method.equals(HttpMethod.OPTIONS)) {
            answers.options(exchange, ALLOW_OF_PAGES);
        } else if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            page.onSuccess(ready -> answers.page(exchange, ready)).onFailure(e -> refuse(exchange, e));
        } else {
            throw notAllowed(ALLOW_OF_PAGES);
        }
    }

    private void pass(Exchange exchange, RequestPath path, Caller caller) {
        try {
            rate.count(caller, exchange);
            var resource = resource(path);
            var route = resource.route(exchange.request().method().name());
            if (route == null) {
                throw notAllowed(resource.allow());
            }
            exchange.goesTo(route);
            limits.checkLength(exchange.request(), route);
            proxy.pass(exchange);
        } catch (RuntimeException e) {
            refuse(exchange, e);
        }
    }

    private RouteTable.Resource resource(RequestPath path) {
        var resource = documents.published().routes().find(path.segments());
        if (resource == null) {
            throw new Refusal(GatewayProblem.UNKNOWN_PATH, "Every path there is can be found at /docs.");
        }
        return resource;
    }

    private static Refusal notAllowed(String allow) {
        return new Refusal(
                GatewayProblem.METHOD_NOT_ALLOWED, "This path answers " + allow + ".", Map.of("Allow", allow));
    }

    private void refuse(Exchange exchange, Throwable reason) {
        if (exchange.request().response().headWritten()) {
            exchange.request().response().reset();
        } else if (reason instanceof Refusal refusal) {
            answers.problem(exchange, refusal);
        } else {
            LOG.error("request failed", reason);
            answers.problem(
                    exchange,
                    new Refusal(GatewayProblem.INTERNAL, "Try again later, and report the traceId if it stays."));
        }
    }
}
