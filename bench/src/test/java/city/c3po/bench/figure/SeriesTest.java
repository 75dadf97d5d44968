package city.c3po.bench.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void theMedianOfAnOddNumberOfRoundsIsTheMiddleOne() {
        assertEquals(3.0, Series.of(9, 1, 3).median());
    }

    @Test
    void theMedianOfAnEvenNumberOfRoundsLiesBetweenTheMiddleTwo() {
        assertEquals(2.5, Series.of(4, 1, 2, 3).median());
    }

    @Test
    void oneSlowRoundMovesTheSpreadAndNotTheMedian() {
        var series = Series.of(100, 101, 12, 102, 99);

        assertEquals(100.0, series.median());
        assertEquals(12.0, series.least());
        assertEquals(102.0, series.most());
    }

    @Test
    void ratiosAreTakenRoundByRound() {
        var half = Series.of(50, 5, 60).over(Series.of(100, 10, 120));

        assertEquals(List.of(0.5, 0.5, 0.5), half.rounds());
    }

    @Test
    void workThatNeedsBothIsSlowerThanEither() {
        var both = Series.of(100, 30).composedWith(Series.of(100, 60));

        assertEquals(50, both.rounds().getFirst(), 1e-9);
        assertEquals(20, both.rounds().getLast(), 1e-9);
    }

    @Test
    void seriesOfDifferentRunsAreNotCompared() {
        assertThrows(IllegalArgumentException.class, () -> Series.of(1, 2).over(Series.of(1)));
    }

    @Test
    void aLimitOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Series.of(1).over(Series.of(0)));
    }

    @Test
    void aSeriesWithoutRoundsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Series(List.of()));
    }
}
