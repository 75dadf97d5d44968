package city.c3po.reporting.changes;

import city.c3po.platform.rule.RuleViolation;
import city.c3po.platform.web.Paging;
import city.c3po.platform.web.Refusal;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * The feed as server-sent events, for a page in a browser: round after round on one connection, and how things are in
 * between. Ends by itself after a while, so that a reader whose token has ended must show a new one; the reader goes on
 * from the id of the last event.
 */
@Singleton
class FeedEvents {
    static final String MEDIA_TYPE = "text/event-stream";
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final String TRY_AGAIN_AFTER_SECONDS = "10";

    private final Feed feed;
    private final FeedCursors cursors;
    private final ObjectMapper json;
    private final Semaphore seats;

    FeedEvents(Feed feed, FeedCursors cursors, ObjectMapper json, FeedConfig config) {
        this.feed = feed;
        this.cursors = cursors;
        this.json = json;
        this.seats = new Semaphore(config.streams());
    }

    StreamingOutput of(Feed.Beginning beginning, Wish wish, Reader reader, Duration life) {
        var most = life.compareTo(LONGEST) < 0 ? life : LONGEST;
        return out -> {
            if (!seats.tryAcquire()) {
                throw Refusal.TOO_MANY_REQUESTS.refused(Map.of("Retry-After", TRY_AGAIN_AFTER_SECONDS));
            }
            try {
                new Stream(wish, reader, out).run(beginning, System.nanoTime() + most.toNanos());
            } catch (RuleViolation ended) {
                // the reader comes again with the last event's id, and is told then what became of its place
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                seats.release();
            }
        };
    }

    private final class Stream {
        private final Wish wish;
        private final Reader reader;
        private final OutputStream out;

        Stream(Wish wish, Reader reader, OutputStream out) {
            this.wish = wish;
            this.reader = reader;
            this.out = out;
        }

        void run(Feed.Beginning beginning, long until) throws IOException, InterruptedException {
            write("retry: 2000\n\n");
            var read = round(beginning);
            while (until - System.nanoTime() > 0 && !feed.closing()) {
                long head = read.now().log().seq();
                if (read.place().head() < head) {
                    // a round that was begun by an earlier connection
                    var next =
                            read.place().afterRound().until(head, read.place().since());
                    read = round(new Feed.Beginning(next, true, read.now()));
                    continue;
                }
                standing(read);
                var left = Duration.ofNanos(Math.max(0, until - System.nanoTime()));
                var news = feed.attend(read, wish, reader, left.compareTo(HEARTBEAT) < 0 ? left : HEARTBEAT);
                if (news != read) {
                    tell(news);
                    read = news.hasMore() ? round(new Feed.Beginning(news.place(), false, news.now())) : news;
                }
            }
        }

        private Feed.Read round(Feed.Beginning beginning) throws IOException {
            var from = new Feed.Beginning(beginning.place().limited(Paging.MAX_LIMIT), true, beginning.now());
            Feed.Read read;
            do {
                read = feed.page(from, wish, reader);
                tell(read);
                from = new Feed.Beginning(read.place(), true, beginning.now());
            } while (read.hasMore());
            return read;
        }

        private void tell(Feed.Read read) throws IOException {
            ConfidentialReads.note(reader.actor(), read);
            for (var item : read.items()) {
                event("change", read.place().at(item.seq()), item);
            }
        }

        private void standing(Feed.Read read) throws IOException {
            event("standing", read.place().afterRound(), feed.standing(read.now()));
            out.flush();
        }

        private void event(String name, Bookmark place, Object data) throws IOException {
            write("event: " + name + "\nid: " + cursors.seal(place, wish.path()) + "\ndata: "
                    + json.writeValueAsString(data) + "\n\n");
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
