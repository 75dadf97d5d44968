package city.c3po.bench.endure;

import city.c3po.bench.endure.Target.Sort;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Something that goes wrong.
 *
 * @param millis for how long; a dead part is started again after that
 * @param calm how long nothing else happens afterwards
 */
record Blow(Kind kind, Target target, int millis, int calm) {
    private static final int LONGEST = 9_000;
    private static final int SHORTEST = 500;
    private static final int MOST_CALM = 9_000;

    enum Kind {
        /** As by {@code kill -9}. */
        KILLED(Sort.PART),
        /** All its processes stand still, with their connections open. */
        PAUSED(Sort.PART),
        /** Connections are cut and new ones refused. */
        CUT(Sort.WAY_TO),
        /** Each piece of data is late. */
        SLOWED(Sort.WAY_TO),
        /** Not one more byte can be written. */
        FULL(Sort.DISK_OF);

        private final Sort fits;

        Kind(Sort fits) {
            this.fits = fits;
        }

        static List<Kind> fitting(Target target) {
            return Arrays.stream(values())
                    .filter(kind -> kind.fits == target.sort())
                    .toList();
        }
    }

    /** What comes next: the same for the same seed and the same targets, whatever the machine does. */
    static Blow next(Random random, List<Target> targets) {
        var target = targets.get(random.nextInt(targets.size()));
        var kinds = Kind.fitting(target);
        var kind = kinds.get(random.nextInt(kinds.size()));
        var millis = SHORTEST + random.nextInt(LONGEST);
        var calm = 2_000 + random.nextInt(MOST_CALM);
        return new Blow(kind, target, millis, calm);
    }
}
