package city.c3po.reporting.changes;

import city.c3po.reporting.log.ReportPins;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of the feed.
 *
 * @param path where the reader reads: links lead there, and cursors are good only there
 * @param cursor where the reader stands; without one it begins
 * @param since where a reader without cursor begins
 * @param until where the first round ends, when not at the head
 * @param mode null when the cursor says, or net
 * @param limit null when the cursor says, or 50
 */
record Wish(
        String path,
        @Nullable String cursor,
        Since since,
        ReportPins.@Nullable Pin until,
        @Nullable Mode mode,
        Filters filters,
        @Nullable Integer limit) {
    static final int DEFAULT_LIMIT = 50;

    /** Where a reader without cursor begins. */
    sealed interface Since {
        /** With how everything stands. */
        record Everything() implements Since {}

        /** With nothing but the place after the latest change. */
        record Latest() implements Since {}

        /** With what changed since a report. */
        record Report(ReportPins.Pin pin) implements Since {}
    }

    /** From another place, as the next request would. */
    Wish from(String newCursor) {
        return new Wish(path, newCursor, new Since.Everything(), null, mode, filters, limit);
    }

    /** As parameters of the next request, ending in {@code ?} or {@code &}. A subscription keeps its filters itself. */
    String address() {
        return path + "?" + (path.equals(FeedCursors.PATH) ? filters.asQuery() : "");
    }
}
