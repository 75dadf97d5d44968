package city.c3po.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.bench.tool.Trouble;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SightingsTest {
    private static final long MILLISECOND = 1_000_000;

    private Sightings sightings;

    @BeforeEach
    void nothingYet() {
        sightings = new Sightings();
    }

    @Test
    void theDelayRunsFromTheAnswerToTheFirstSighting() {
        sightings.answered("a", 10 * MILLISECOND);
        sightings.seen("a", 12 * MILLISECOND);
        sightings.seen("a", 90 * MILLISECOND);

        assertEquals(2_000, sightings.delays().getMaxValue(), 2);
    }

    @Test
    void aReaderFasterThanTheAnswerHasWaitedForNothing() {
        sightings.seen("a", 9 * MILLISECOND);
        sightings.answered("a", 10 * MILLISECOND);

        assertEquals(0, sightings.delays().getMaxValue());
    }

    @Test
    void everyAnsweredWriteMustBeSeen() {
        sightings.answered("a", 1);
        sightings.answered("b", 1);
        sightings.seen("a", 2);

        assertFalse(sightings.complete());
        var trouble = assertThrows(Trouble.class, () -> sightings.await(Duration.ZERO));
        assertTrue(trouble.getMessage().startsWith("1 of 2 writes"), trouble.getMessage());
    }

    @Test
    void changesOfOthersAreOverlooked() {
        sightings.answered("a", 1 * MILLISECOND);
        sightings.seen("a", 2 * MILLISECOND);
        sightings.seen("somebody else's", 80 * MILLISECOND);

        assertTrue(sightings.complete());
        assertEquals(1, sightings.delays().getTotalCount());
    }
}
