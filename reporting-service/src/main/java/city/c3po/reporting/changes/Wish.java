package city.c3po.reporting.changes;

import org.jspecify.annotations.Nullable;

/**
 * What a request asks of the feed.
 *
 * @param cursor where the reader stands; without one it begins
 * @param latest begins with nothing but the place after the latest change
 * @param mode null when the cursor says, or net
 * @param limit null when the cursor says, or 50
 */
record Wish(
        @Nullable String cursor,
        boolean latest,
        @Nullable Mode mode,
        Filters filters,
        @Nullable Integer limit) {
    static final int DEFAULT_LIMIT = 50;
}
