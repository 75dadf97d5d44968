package city.c3po.reporting.changes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;

/** Pages of the feed as they are answered. */
@Singleton
class FeedPages {
    /** Before asking again without waiting. */
    private static final int POLL_AFTER_SECONDS = 10;

    /**
     * A page as everybody gets it who stands there.
     *
     * @param to where its reader stands with it
     */
    record Answer(ChangePage content, Bookmark to, boolean open, Once<byte[]> written) {}

    /** @param from where the page begins, by which it can be told from others */
    record Answered(Answer page, Bookmark from) {}

    private final Feed feed;
    private final FeedCursors cursors;
    private final ObjectMapper json;

    FeedPages(Feed feed, FeedCursors cursors, ObjectMapper json) {
        this.feed = feed;
        this.cursors = cursors;
        this.json = json;
    }

    Answered read(Feed.Beginning beginning, Wish wish, Reader reader, Preferences preferences) {
        var read = feed.page(beginning, wish, reader);
        var from = beginning.place();
        if (read.items().isEmpty()
                && wish.until() == null
                && feed.mayWait(read)
                && !preferences.patience().isZero()) {
            read = feed.await(read, wish, reader, preferences.patience());
            from = from.until(read.place().head(), read.place().since());
        }
        ConfidentialReads.note(reader.actor(), read);
        return new Answered(answer(read, wish), from);
    }

    private Answer answer(Feed.Read read, Wish wish) {
        return read.page().get(() -> new Answer(page(read, wish), after(read), read.open(), new Once<>()));
    }

    byte[] written(Answer page) {
        return page.written().get(() -> {
            try {
                return json.writeValueAsBytes(page.content());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a page that cannot be written", e);
            }
        });
    }

    private ChangePage page(Feed.Read read, Wish wish) {
        return new ChangePage(
                read.items(),
                links(read, wish),
                read.open() ? feed.standing(read.now()) : null,
                cursors.expiry(read.place()),
                read.hasMore() ? 0 : POLL_AFTER_SECONDS);
    }

    /** The last line of a stream, whose pages were larger than those its reader asked for. */
    ChangePage.End end(Feed.Read last, Feed.Beginning beginning, Wish wish) {
        var place = last.place().limited(beginning.place().limit());
        var end = new Feed.Read(List.of(), List.of(), place, true, beginning.now());
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
