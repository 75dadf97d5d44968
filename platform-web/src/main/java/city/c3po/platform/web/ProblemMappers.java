package city.c3po.platform.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Where every exception of a request ends. The framework has mappers of its own for some classes, which would win
 * against one for {@link Throwable}: each of them is named here.
 */
@Singleton
class ProblemMappers {
    private final Problems problems;
    private final Routes routes;

    ProblemMappers(Problems problems, Routes routes) {
        this.problems = problems;
        this.routes = routes;
    }

    @ServerExceptionMapper
    Response any(Throwable thrown, RoutingContext call) {
        return answer(thrown, call);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException thrown, RoutingContext call) {
        var response = thrown.getResponse();
        return response.getStatus() < 400 ? response : answer(thrown, call);
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException thrown, RoutingContext call) {
        return answer(thrown, call);
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException thrown, RoutingContext call) {
        return answer(thrown, call);
    }

    @ServerExceptionMapper
    Response authenticationFailed(AuthenticationFailedException thrown, RoutingContext call) {
        return answer(thrown, call);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException thrown, RoutingContext call) {
        return answer(thrown, call);
    }

    @ServerExceptionMapper
    Response invalid(ValidationException thrown, ResourceInfo resource, RoutingContext call) {
        return thrown instanceof ConstraintViolationException violations
                ? problems.answer(thrown, ParameterFaults.of(violations, resource), call)
                : answer(thrown, call);
    }

    private Response answer(Throwable thrown, RoutingContext call) {
        var finding = Diagnosis.of(thrown);
        var more = switch (finding.status()) {
            case 401 -> finding.headers().isEmpty() ? challenge(call) : Map.<String, String>of();
            case 405 -> Map.of("Allow", routes.methodsAt(call.normalizedPath()));
            case 415 -> routes.readAt(call.request().method().name(), call.normalizedPath());
            default -> Map.<String, String>of();
        };
        return problems.answer(thrown, finding.with(more), call);
    }

    /** RFC 6750: nothing is said of a token that was not sent. */
    private static Map<String, String> challenge(RoutingContext call) {
        return Map.of(
                "WWW-Authenticate",
                call.request().getHeader("Authorization") == null ? "Bearer" : "Bearer error=\"invalid_token\"");
    }
}
