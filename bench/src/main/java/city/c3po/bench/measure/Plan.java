package city.c3po.bench.measure;

import java.time.Duration;
import java.util.Locale;

/**
 * How long and how often.
 *
 * @param warmUp of each side before its first round
 * @param stream length of a round in which single changes are followed
 * @param starts how often the suite is started again; if never, it is started once, quickly, for all measures
 * @param share how much of that of which there is much: lines of a log, rows of a file, open connections
 */
public record Plan(int rounds, Duration warmUp, Duration round, Duration stream, int starts, double share) {
    public static final Plan FULL =
            new Plan(5, Duration.ofSeconds(30), Duration.ofSeconds(8), Duration.ofSeconds(20), 3, 1);
    public static final Plan QUICK =
            new Plan(1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(4), 0, 0.1);

    /** Time for no more than a look. */
    boolean brief() {
        return starts == 0;
    }

    int share(int all) {
        return (int) Math.round(all * share);
    }

    public String sentence() {
        return String.format(
                Locale.ROOT,
                "Median of %d rounds of %d s, after %d s of warm-up for each side; the sides take turns within a round.",
                rounds,
                round.toSeconds(),
                warmUp.toSeconds());
    }
}
