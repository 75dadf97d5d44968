package city.c3po.bench.endure;

import java.util.List;
import java.util.Random;

/**
 * Something that goes wrong.
 *
 * @param part what it happens to; the way from the clients to the door is a part too
 * @param millis for how long; a dead part is started again after that
 * @param calm how long nothing else happens afterwards
 */
record Blow(Kind kind, String part, int millis, int calm) {
    /** The connections of all clients, which pass through this program. */
    static final String NETWORK = "network";

    private static final int LONGEST = 9_000;
    private static final int SHORTEST = 500;
    private static final int MOST_CALM = 9_000;

    enum Kind {
        /** As by {@code kill -9}. */
        KILLED,
        /** All its processes stand still, with their connections open. */
        PAUSED,
        /** Connections are cut and new ones refused. */
        CUT,
        /** Each piece of data is late. */
        SLOWED
    }

    /** What comes next: the same for the same seed and the same parts, whatever the machine does. */
    static Blow next(Random random, List<String> parts) {
        var part = random.nextInt(parts.size() + 1);
        var second = random.nextBoolean();
        var millis = SHORTEST + random.nextInt(LONGEST);
        var calm = 2_000 + random.nextInt(MOST_CALM);
        return part == parts.size()
                ? new Blow(second ? Kind.CUT : Kind.SLOWED, NETWORK, millis, calm)
                : new Blow(second ? Kind.KILLED : Kind.PAUSED, parts.get(part), millis, calm);
    }
}
