package city.c3po.reporting.changes;

import city.c3po.platform.web.Paging;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;

/** A whole round as lines of JSON. Reads page by page, and holds no connection while its reader is slow. */
@Singleton
class FeedStreams {
    private final Feed feed;
    private final FeedPages pages;
    private final ObjectMapper json;
    private final RoutingContext call;

    FeedStreams(Feed feed, FeedPages pages, ObjectMapper json, RoutingContext call) {
        this.feed = feed;
        this.pages = pages;
        this.json = json;
        this.call = call;
    }

    StreamingOutput of(Feed.Beginning beginning, Wish wish, Reader reader) {
        return out -> {
            try {
                write(beginning, wish, reader, out);
            } catch (IOException | RuntimeException e) {
                // a stream cut short must not look complete
                if (call.response().headWritten()) {
                    call.response().reset();
                }
                throw e;
            }
        };
    }

    private void write(Feed.Beginning beginning, Wish wish, Reader reader, OutputStream out) throws IOException {
        var from = new Feed.Beginning(beginning.place().limited(Paging.MAX_LIMIT), beginning.open(), beginning.now());
        Feed.Read read;
        do {
            read = feed.page(from, wish, reader);
            ConfidentialReads.note(reader.actor(), read);
            for (var item : read.items()) {
                line(item, out);
            }
            from = new Feed.Beginning(read.place(), false, beginning.now());
        } while (read.hasMore());
        line(pages.end(read, beginning, wish), out);
    }

    private void line(Object value, OutputStream out) throws IOException {
        out.write(json.writeValueAsBytes(value));
        out.write('\n');
    }
}
