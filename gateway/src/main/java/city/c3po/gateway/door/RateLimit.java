package city.c3po.gateway.door;

import city.c3po.gateway.GatewayConfig;
import city.c3po.gateway.problem.GatewayProblem;
import city.c3po.gateway.problem.Refusal;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How many requests a caller may send in a minute: a full bucket at once, then as they trickle back. Each replica of
 * the gateway counts for itself, so that a caller behind two of them has twice as many.
 */
@Singleton
final class RateLimit {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_CALLERS = 100_000;

    private final int perCaller;
    private final int perAddress;
    /** A bucket that nobody asked for in a minute is full again and may be forgotten. */
    private final Cache<Caller, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(WINDOW)
            .build();

    RateLimit(GatewayConfig config) {
        this.perCaller = config.requestsPerMinute();
        this.perAddress = config.anonymousRequestsPerMinute();
    }

    /**
     * @param remaining requests that would pass at once
     * @param secondsUntilFull when all of them would
     */
    record Allowance(String policy, int limit, long remaining, long secondsUntilFull) {
        /** Structured fields as in the draft "RateLimit header fields for HTTP". */
        Map<String, String> headers() {
            return Map.of(
                    "RateLimit-Policy", '"' + policy + "\";q=" + limit + ";w=" + WINDOW.toSeconds(),
                    "RateLimit", '"' + policy + "\";r=" + remaining + ";t=" + secondsUntilFull);
        }
    }

    /** @throws Refusal when the caller has had its share; the exchange knows what is left either way */
    void count(Caller caller, Exchange exchange) {
        int limit = caller.isAnonymous() ? perAddress : perCaller;
        if (limit == 0) {
            return;
        }
        var bucket = buckets.get(caller, unknown -> bucket(limit));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        long missing = limit - probe.getRemainingTokens();
        exchange.mayStill(new Allowance(
                caller.isAnonymous() ? "address" : "caller",
                limit,
                probe.getRemainingTokens(),
                Math.ceilDiv(missing * WINDOW.toSeconds(), limit)));
        if (!probe.isConsumed()) {
            long seconds = Math.ceilDiv(probe.getNanosToWaitForRefill(), TimeUnit.SECONDS.toNanos(1));
            throw new Refusal(
                    GatewayProblem.TOO_MANY_REQUESTS,
                    "%d requests a minute are allowed here. Wait %d s, and ask for larger pages or for changes only."
                            .formatted(limit, Math.max(1, seconds)),
                    Map.of("Retry-After", Long.toString(Math.max(1, seconds))));
        }
    }

    private static Bucket bucket(int limit) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(limit)
                        .refillGreedy(limit, WINDOW)
                        .build())
                .withCustomTimePrecision(TimeMeter.SYSTEM_NANOTIME)
                .build();
    }
}
