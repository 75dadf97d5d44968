package city.c3po.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Callers whose token was verified a moment ago. A caller's next request brings the same token, and to verify it costs
 * more than to read a record. Only what the framework has verified gets here. It is forgotten soon, so that a key that was
 * withdrawn is noticed, and counts for nothing from the second at which the token ends.
 */
@Singleton
class KnownTokens implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST = 2_000;
    /** The framework's own, which verifies what is not known here, has 1,001. */
    private static final int BEFORE_THE_FRAMEWORK = 2_000;

    private record Known(SecurityIdentity caller, long endsSeconds) {}

    /** Not the city's clock: a token lives by the identity provider's. */
    private final Clock clock;

    private final Cache<String, Known> tokens;

    @Inject
    KnownTokens() {
        this(Clock.systemUTC(), Ticker.systemTicker());
    }

    KnownTokens(Clock clock, Ticker ticker) {
        this.clock = clock;
        this.tokens = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(KEPT)
                .ticker(ticker)
                .build();
    }

    @Override
    public int priority() {
        return BEFORE_THE_FRAMEWORK;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Nothing where it is not known, and then the next provider is asked. */
    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return Uni.createFrom().item(callerOf(request.getToken().getToken()));
    }

    @Nullable SecurityIdentity callerOf(String token) {
        var known = tokens.getIfPresent(token);
        return known == null || known.endsSeconds <= clock.instant().getEpochSecond() ? null : known.caller;
    }

    /** After each authentication that succeeded. */
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity caller, AuthenticationRequestContext context) {
        if (caller.getPrincipal() instanceof JsonWebToken token && tokens.getIfPresent(token.getRawToken()) == null) {
            tokens.put(token.getRawToken(), new Known(withoutItsRequest(caller), token.getExpirationTime()));
        }
        return Uni.createFrom().item(caller);
    }

    /** Attributes hold the request that brought it, which must not outlive its answer. */
    private static SecurityIdentity withoutItsRequest(SecurityIdentity caller) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(caller.getPrincipal())
                .addRoles(caller.getRoles())
                .addCredentials(caller.getCredentials())
                .build();
    }
}
