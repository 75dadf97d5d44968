package city.c3po.platform.web;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * Everything under {@code /v1} needs a token, whether there is something or not. Quarkus' own policy does the same, but
 * answers with an empty body.
 */
@Singleton
class ApiPolicy implements HttpSecurityPolicy {
    @Override
    public String name() {
        return "api";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext call, Uni<SecurityIdentity> caller, AuthorizationRequestContext context) {
        return caller.map(identity -> {
            if (identity.isAnonymous()) {
                throw new UnauthorizedException();
            }
            return CheckResult.PERMIT;
        });
    }
}
