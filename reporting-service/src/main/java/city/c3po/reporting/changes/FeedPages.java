package city.c3po.reporting.changes;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Pages of the feed as they are answered. */
@Singleton
class FeedPages {
    /** Before asking again without waiting. */
    private static final int POLL_AFTER_SECONDS = 10;

    /**
     * @param from where the page begins, by which it can be told from others
     * @param to where its reader stands with it
     */
    record Answered(ChangePage content, Bookmark from, Bookmark to, boolean open) {}

    private final Feed feed;
    private final FeedCursors cursors;

    FeedPages(Feed feed, FeedCursors cursors) {
        this.feed = feed;
        this.cursors = cursors;
    }

    Answered read(Feed.Beginning beginning, Wish wish, Reader reader, Preferences preferences) {
        var telling = new Telling(wish.filters());
        var read = feed.page(beginning, wish, reader);
        var from = beginning.place();
        var items = tell(read, telling);
        if (items.isEmpty()
                && wish.until() == null
                && feed.mayWait(read)
                && !preferences.patience().isZero()) {
            var waited = feed.await(read, wish, reader, preferences.patience(), telling);
            items = tell(waited, telling);
            from = from.until(waited.place().head(), waited.place().since());
            read = waited;
        }
        ConfidentialReads.note(reader.actor(), read.changes(), items);
        return new Answered(page(items, read, wish), from, after(read), read.open());
    }

    static List<ChangeItem> tell(Feed.Read read, Telling telling) {
        var items = new ArrayList<ChangeItem>();
        for (var change : read.changes()) {
            telling.tell(change, read.place()).ifPresent(items::add);
        }
        return items;
    }

    private ChangePage page(List<ChangeItem> items, Feed.Read read, Wish wish) {
        return new ChangePage(
                items,
                links(read, wish),
                read.open() ? feed.standing(read.now()) : null,
                cursors.expiry(read.place()),
                read.hasMore() ? 0 : POLL_AFTER_SECONDS);
    }

    /** The last line of a stream, whose pages were larger than those its reader asked for. */
    ChangePage.End end(Feed.Read last, Feed.Beginning beginning, Wish wish) {
        var place = last.place().limited(beginning.place().limit());
        var end = new Feed.Read(List.of(), place, true, beginning.now());
        return new ChangePage.End(
                links(end, wish), feed.standing(beginning.now()), cursors.expiry(place), POLL_AFTER_SECONDS);
    }

    private static Bookmark after(Feed.Read read) {
        return read.hasMore() ? read.place() : read.place().afterRound();
    }

    private ChangePage.Links links(Feed.Read read, Wish wish) {
        var link = cursors.link(after(read), wish);
        return read.hasMore() ? new ChangePage.Links(true, link, null) : new ChangePage.Links(false, null, link);
    }
}
