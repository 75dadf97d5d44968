package city.c3po.charter.signing;

import static city.c3po.charter.signing.SigningRule.INSUFFICIENT_USER_AUTHENTICATION;

import city.c3po.platform.actor.Actor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Whoever signs has just proved who they are: five minutes ago at most (RFC 9470). */
@Singleton
public class FreshLogin {
    private static final Duration FRESHEST = Duration.ofMinutes(5);

    private final SystemTime system;

    FreshLogin(SystemTime system) {
        this.system = system;
    }

    /** When they proved it; refuses a login that is older, or a token that does not say. */
    public Instant require(Actor by) {
        var authenticated = by.authTime();
        if (authenticated == null || authenticated.isBefore(system.now().minus(FRESHEST))) {
            throw INSUFFICIENT_USER_AUTHENTICATION.violated(Map.of("maxAge", FRESHEST.toSeconds()));
        }
        return authenticated;
    }
}
