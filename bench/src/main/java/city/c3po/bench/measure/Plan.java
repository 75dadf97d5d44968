package city.c3po.bench.measure;

import java.time.Duration;
import java.util.Locale;

/**
 * How long and how often.
 *
 * @param warmUp of each side before its first round
 * @param stream length of a round in which single changes are followed
 * @param starts how often the suite is started again
 */
public record Plan(int rounds, Duration warmUp, Duration round, Duration stream, int starts) {
    public static final Plan FULL =
            new Plan(5, Duration.ofSeconds(30), Duration.ofSeconds(8), Duration.ofSeconds(20), 3);
    public static final Plan QUICK =
            new Plan(3, Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(6), 1);

    public String sentence() {
        return String.format(
                Locale.ROOT,
                "Median of %d rounds of %d s, after %d s of warm-up for each side; the sides take turns within a round.",
                rounds,
                round.toSeconds(),
                warmUp.toSeconds());
    }
}
