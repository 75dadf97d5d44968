package city.c3po.gateway.door;

import city.c3po.gateway.problem.GatewayProblem;
import city.c3po.gateway.problem.Refusal;
import io.quarkus.oidc.OIDCException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** Verifies the bearer token. What its owner may do is for the service to decide, which verifies it again. */
@Singleton
final class TokenCheck {
    private static final Logger LOG = Logger.getLogger(TokenCheck.class);
    private static final String CHALLENGE = "Bearer realm=\"c3po\"";

    private final HttpAuthenticator authenticator;
    private final KnownTokens known;

    TokenCheck(HttpAuthenticator authenticator, KnownTokens known) {
        this.authenticator = authenticator;
        this.known = known;
    }

    /** Whose token it is; fails with a {@link Refusal} unless it holds. */
    Future<Caller> check(RoutingContext routing) {
        var authorization = routing.request().getHeader(HttpHeaders.AUTHORIZATION);
        var caller = known.callerOf(authorization);
        if (caller != null) {
            return Future.succeededFuture(caller);
        }
        return verify(routing)
                .onSuccess(token -> known.verified(authorization, callerOf(token), token.getExpirationTime()))
                .map(TokenCheck::callerOf);
    }

    private static Caller callerOf(JsonWebToken token) {
        var client = token.<Object>getClaim("azp");
        return new Caller(
                client == null ? "" : client.toString(), token.getSubject() == null ? "" : token.getSubject());
    }

    private Future<JsonWebToken> verify(RoutingContext routing) {
        // Its callbacks run where the request is handled, wherever the identity provider's answer arrives.
        var checked = ((ContextInternal) Vertx.currentContext()).<JsonWebToken>promise();
        authenticator
                .attemptAuthentication(routing)
                .subscribe()
                .with(
                        identity -> {
                            if (identity != null && identity.getPrincipal() instanceof JsonWebToken token) {
                                checked.complete(token);
                            } else {
                                checked.fail(missing());
                            }
                        },
                        failure -> checked.fail(refusalFor(failure)));
        return checked.future();
    }

    private static Refusal missing() {
        return new Refusal(
                GatewayProblem.TOKEN_MISSING,
                "Send an access token in the header Authorization: Bearer <token>.",
                Map.of("WWW-Authenticate", CHALLENGE));
    }

    private static Refusal refusalFor(Throwable failure) {
        if (isOutage(failure)) {
            LOG.warnf("identity provider unavailable reason=%s", failure.toString());
            return Refusal.forNow(
                    GatewayProblem.IDENTITY_PROVIDER_UNAVAILABLE, "The token could not be checked. Try again shortly.");
        }
        return new Refusal(
                GatewayProblem.TOKEN_REJECTED,
                "Get a new access token for this suite and try again.",
                Map.of("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\""));
    }

    /** A key that could not be fetched says nothing about the token. */
    private static boolean isOutage(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof TimeoutException || cause instanceof OIDCException) {
                return true;
            }
        }
        return false;
    }
}
