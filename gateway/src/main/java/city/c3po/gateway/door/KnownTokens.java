package city.c3po.gateway.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Clock;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that were verified a moment ago. A signature costs more than all else the gateway does for a request, and a
 * caller's next request brings the same token. It is forgotten soon, so that a key that was withdrawn is noticed.
 */
@Singleton
final class KnownTokens {
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private record Known(Caller caller, long endsMillis) {}

    private final Clock clock;
    private final Cache<String, Known> tokens;

    KnownTokens(Clock clock) {
        this.clock = clock;
        this.tokens = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(KEPT)
                .ticker(clock::monotonicTime)
                .build();
    }

    /** @param authorization the header as it came */
    @Nullable Caller callerOf(@Nullable String authorization) {
        var known = authorization == null ? null : tokens.getIfPresent(authorization);
        return known == null || known.endsMillis <= clock.wallTime() ? null : known.caller;
    }

    void verified(@Nullable String authorization, Caller caller, long endsSeconds) {
        if (authorization != null) {
            tokens.put(authorization, new Known(caller, endsSeconds * 1000));
        }
    }
}
