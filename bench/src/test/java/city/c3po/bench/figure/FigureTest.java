package city.c3po.bench.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.c3po.bench.figure.Figure.Goal;
import org.junit.jupiter.api.Test;

class FigureTest {
    private static final Figure LIMIT = Figure.of("limit", Unit.PER_SECOND, Series.of(100, 100, 100));

    @Test
    void thePartOfALimitIsJudgedByTheMedianRatio() {
        var figure = Figure.of("ours", Unit.PER_SECOND, Series.of(60, 10, 61)).over(LIMIT);

        assertEquals(new Goal("ratio ≥ 0.60", true), figure.part(0.6).goal());
        assertEquals(new Goal("ratio ≥ 0.61", false), figure.part(0.61).goal());
    }

    @Test
    void aFigureWithoutALimitIsNoPartOfIt() {
        assertThrows(IllegalStateException.class, () -> LIMIT.part(0.5));
    }

    @Test
    void aBoundIsMetExactlyWhereItSaysAtMostAndNotWhereItSaysBelow() {
        var figure = Figure.of("start", Unit.SECONDS, Series.of(25));

        assertEquals(new Goal("≤ 25 s", true), figure.atMost(25).goal());
        assertEquals(new Goal("< 25 s", false), figure.below(25).goal());
    }

    @Test
    void largeBoundsAreReadable() {
        assertEquals(
                new Goal("≤ 3,072 MiB", true),
                Figure.of("suite", Unit.MEBIBYTES, Series.of(1_800))
                        .atMost(3_072)
                        .goal());
    }
}
