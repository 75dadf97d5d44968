package city.c3po.platform.web;

import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.RuleViolation;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From whatever was thrown to what is the matter. What nobody foresaw is a fault of ours: 500. */
final class Diagnosis {
    private Diagnosis() {}

    static Finding of(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            var found = known(cause);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return thrown instanceof WebApplicationException refused
                ? byStatus(refused.getResponse().getStatus())
                : Finding.of(Refusal.INTERNAL_ERROR);
    }

    private static Optional<Finding> known(Throwable thrown) {
        return switch (thrown) {
            case RuleViolation violation -> Optional.of(Finding.of(violation));
            case RequestRefused refused -> Optional.of(Finding.of(refused));
            case UnauthorizedException missing -> Optional.of(Finding.of(Refusal.NOT_AUTHENTICATED));
            // before AuthenticationFailedException: no token can be verified while its issuer is out of reach
            case OIDCException unreachable -> Optional.of(unavailable());
            case AuthenticationFailedException bad
            when !causedBy(bad, OIDCException.class) -> Optional.of(Finding.of(Refusal.NOT_AUTHENTICATED));
            case ForbiddenException forbidden -> Optional.of(Finding.of(Refusal.ROLE_MISSING));
            case SQLException database -> DatabaseFaults.in(database);
            case RollbackException rolledBack -> DatabaseFaults.in(rolledBack);
            default -> Optional.empty();
        };
    }

    private static Finding unavailable() {
        return Finding.of(Convention.TEMPORARILY_UNAVAILABLE.violated());
    }

    private static boolean causedBy(@Nullable Throwable thrown, Class<? extends Throwable> type) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** What the framework refuses, it refuses by status. */
    private static Finding byStatus(int status) {
        return switch (status) {
            case 401 -> Finding.of(Refusal.NOT_AUTHENTICATED);
            case 403 -> Finding.of(Refusal.ROLE_MISSING);
            case 404 -> Finding.of(Refusal.UNKNOWN_PATH);
            case 405 -> Finding.of(Refusal.METHOD_NOT_ALLOWED);
            case 406 -> Finding.of(Refusal.NOT_ACCEPTABLE);
            case 413 -> Finding.of(Refusal.CONTENT_TOO_LARGE);
            case 415 -> Finding.of(Refusal.UNSUPPORTED_MEDIA_TYPE);
            case 429 -> Finding.of(Refusal.TOO_MANY_REQUESTS, Map.of("Retry-After", "1"));
            case 503 -> unavailable();
            default -> Finding.of(status >= 400 && status < 500 ? Refusal.BAD_REQUEST : Refusal.INTERNAL_ERROR);
        };
    }
}
