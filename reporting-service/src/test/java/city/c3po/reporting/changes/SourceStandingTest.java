package city.c3po.reporting.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.platform.event.CompleteThrough.Source;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceStandingTest {
    private static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    @ParameterizedTest
    @CsvSource({"0,0,LIVE", "30,0,LIVE", "31,0,STALLED", "31,2,STALLED", "5,1,GAPS"})
    void theWorstIsSaid(int lag, int gaps, SourceState state) {
        var standing = SourceStanding.of(new Source("portfolio", NOON.minusSeconds(lag), gaps), NOON, HALF_A_MINUTE);
        assertEquals(state, standing.state());
        assertEquals(lag, standing.lagSeconds());
    }

    @Test
    void whoHasSaidNothingIsUnknown() {
        var standing = SourceStanding.of(new Source("portfolio", null, 0), NOON, HALF_A_MINUTE);
        assertEquals(new SourceStanding("portfolio", null, null, SourceState.UNKNOWN), standing);
        assertTrue(standing.stands());
    }

    @Test
    void aSourceWhoseClockIsAheadLagsByNothing() {
        assertEquals(
                0L,
                SourceStanding.of(new Source("portfolio", NOON.plusSeconds(3), 0), NOON, HALF_A_MINUTE)
                        .lagSeconds());
    }
}
