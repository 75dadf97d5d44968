package city.c3po.reporting.changes;

import city.c3po.reporting.log.ChangeLog.Position;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What comes to those who wait. News wakes a thousand at once, most of them with the same question: how things are is
 * looked up once for all of them, and each page is read once for all who stand at the same place with the same rights.
 */
final class News {
    /** Of pages, lest what is kept for those who come a moment later fills the memory. */
    private static final int KEPT = 32;
    /** How things were found once the log had moved, and what was read of it then. */
    static final class Moment {
        private final Feed.Now now;
        private final long at = System.nanoTime();
        private final Together<String, Feed.Read> underWay = new Together<>();
        private final ConcurrentHashMap<String, Feed.Read> kept = new ConcurrentHashMap<>();

        private Moment(Feed.Now now) {
            this.now = now;
        }

        Feed.Now now() {
            return now;
        }

        /** @param place where it is read, for whom and what of it: equal for those who get the same page */
        Feed.Read read(String place, Supplier<Feed.Read> reading) {
            var known = kept.get(place);
            return known != null
                    ? known
                    : underWay.get(place, () -> {
                        var others = kept.get(place);
                        if (others != null) {
                            return others;
                        }
                        var read = reading.get();
                        if (kept.size() < KEPT) {
                            kept.put(place, read);
                        }
                        return read;
                    });
        }

        private boolean tellsOf(Position position, Duration fresh) {
            return !position.isBeyond(now.log()) && System.nanoTime() - at < fresh.toNanos();
        }
    }

    private final Supplier<Feed.Now> look;
    private final Duration fresh;
    private final Together<Position, Moment> looks = new Together<>();
    private volatile @Nullable Moment latest;

    /** @param fresh after that how things are is looked up anew, although the log has not moved */
    News(Supplier<Feed.Now> look, Duration fresh) {
        this.look = look;
        this.fresh = fresh;
    }

    /** When the log is known to go as far as this. */
    Moment of(Position known) {
        var moment = latest;
        return moment != null && moment.tellsOf(known, fresh)
                ? moment
                : looks.get(known, () -> {
                    // whoever comes just after another has looked need not look again
                    var others = latest;
                    if (others != null && others.tellsOf(known, fresh)) {
                        return others;
                    }
                    var mine = new Moment(look.get());
                    latest = mine;
                    return mine;
                });
    }
}
