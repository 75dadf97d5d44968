package city.c3po.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.micrometer.core.instrument.MockClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KnownTokensTest {
    private static final Caller ANNA = new Caller("spa", "anna");

    private final MockClock clock = new MockClock();
    private final KnownTokens tokens = new KnownTokens(clock);

    @Test
    void a_token_is_known_for_half_a_minute() {
        tokens.verified("Bearer a", ANNA, secondsFromNow(3600));
        assertEquals(ANNA, tokens.callerOf("Bearer a"));

        clock.add(Duration.ofSeconds(29));
        assertEquals(ANNA, tokens.callerOf("Bearer a"));

        clock.add(Duration.ofSeconds(2));
        assertNull(tokens.callerOf("Bearer a"));
    }

    @Test
    void a_token_that_has_ended_is_unknown_at_once() {
        tokens.verified("Bearer a", ANNA, secondsFromNow(5));

        clock.add(Duration.ofSeconds(5));

        assertNull(tokens.callerOf("Bearer a"));
    }

    @Test
    void another_token_is_unknown() {
        tokens.verified("Bearer a", ANNA, secondsFromNow(60));

        assertNull(tokens.callerOf("Bearer b"));
        assertNull(tokens.callerOf(null));
    }

    private long secondsFromNow(long seconds) {
        return clock.wallTime() / 1000 + seconds;
    }
}
