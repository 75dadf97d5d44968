package city.c3po.bench.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    @Test
    void figuresAreATableAndNotesAListBelow() {
        var bare = Figure.of("bare", Unit.PER_SECOND, Series.of(30_000, 20_000, 40_000));
        var ours = Figure.of("ours", Unit.PER_SECOND, Series.of(6_000, 5_000, 4_000))
                .over(bare)
                .part(0.2);
        var start = Figure.of("start", Unit.SECONDS, Series.of(21.34)).atMost(25);

        var markdown = Outcome.measured("read", List.of(bare, ours, start), List.of("Three rounds."))
                .markdown();

        assertEquals("""
                |       |   median |    least – most | compared with | ratio | least – most | target            |
                | ----- | -------: | --------------: | ------------- | ----: | -----------: | ----------------- |
                | bare  | 30,000/s | 20,000 – 40,000 |               |       |              |                   |
                | ours  |  5,000/s |   4,000 – 6,000 | bare          |  0.20 |  0.10 – 0.25 | ratio ≥ 0.20: met |
                | start |   21.3 s |                 |               |       |              | ≤ 25 s: met       |

                - Three rounds.
                """, markdown);
    }

    @Test
    void aSkippedMeasureSaysWhatIsMissing() {
        assertEquals(
                "- wrk is not installed\n",
                Outcome.skipped("read", "wrk is not installed").markdown());
    }
}
