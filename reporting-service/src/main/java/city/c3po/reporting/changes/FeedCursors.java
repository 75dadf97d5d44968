package city.c3po.reporting.changes;

import city.c3po.platform.rule.RuleViolation;
import city.c3po.platform.web.Cursors;
import city.c3po.platform.web.Refusal;
import city.c3po.reporting.log.ChangeLog.Position;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Bookmarks as cursors, and whether one that comes back still leads somewhere. */
@Singleton
class FeedCursors {
    static final String PATH = "/v1/changes";

    private final Cursors cursors;
    private final FeedConfig config;
    private final InstantSource clock;

    FeedCursors(Cursors cursors, FeedConfig config, InstantSource clock) {
        this.cursors = cursors;
        this.config = config;
        this.clock = clock;
    }

    /** The address of the place. */
    String link(Bookmark place, Wish wish) {
        return wish.address() + "cursor=" + seal(place, wish.path());
    }

    String seal(Bookmark place, String path) {
        return cursors.seal(path, place.toText());
    }

    Instant expiry(Bookmark place) {
        return place.since().plus(config.cursorLife());
    }

    Bookmark open(String cursor, Wish wish, Reader reader) {
        return admit(read(cursor, wish.path()), wish, reader);
    }

    /** A place that was given before, by whoever holds it now. */
    Bookmark admit(Bookmark place, Wish wish, Reader reader) {
        boolean sameMode = wish.mode() == null || wish.mode() == place.mode();
        if (!sameMode || !place.filters().equals(wish.filters().digest())) {
            throw Refusal.CURSOR_MISMATCH.refused();
        }
        if (!place.visibility().equals(reader.visibility())) {
            throw ended(FeedRule.VISIBILITY_CHANGED, place, wish);
        }
        if (clock.instant().isAfter(expiry(place))) {
            throw ended(FeedRule.CURSOR_EXPIRED, place, wish);
        }
        return wish.limit() == null ? place : place.limited(wish.limit());
    }

    Bookmark read(String cursor, String path) {
        try {
            return Bookmark.of(cursors.open(path, cursor));
        } catch (IllegalArgumentException sealedByAnotherEdition) {
            throw Refusal.BAD_CURSOR.refused();
        }
    }

    /** A place in a log that was forked, or cut short by a restore, is none. */
    void mustLeadInto(Bookmark place, Position log, Wish wish) {
        boolean beyond = place.position() > log.seq() || place.head() > log.seq();
        if (place.generation() != log.generation() || beyond) {
            throw ended(FeedRule.FEED_REWOUND, place, wish);
        }
    }

    private static RuleViolation ended(FeedRule why, Bookmark place, Wish wish) {
        if (!wish.path().equals(PATH)) {
            var from = wish.path().replaceFirst("/changes$", "");
            return why.violated(Map.of("location", from, "resync", Map.of("action", "restart", "from", from)));
        }
        var query = wish.filters().asQuery() + (place.mode() == Mode.LOG ? "mode=log" : "");
        var from = query.isEmpty() ? PATH : PATH + "?" + query.replaceFirst("&$", "");
        var action = place.mode() == Mode.LOG ? "replay" : "baseline";
        return why.violated(Map.of("location", from, "resync", Map.of("action", action, "from", from)));
    }
}
