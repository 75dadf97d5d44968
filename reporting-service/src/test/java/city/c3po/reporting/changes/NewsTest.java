package city.c3po.reporting.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import city.c3po.platform.event.CompleteThrough;
import city.c3po.reporting.log.ChangeLog.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What many who wait ask at once is asked of the database once. */
class NewsTest {
    private static final int MANY = 200;

    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private volatile Position log = new Position(7, 1);
    private final News news = new News(this::look, Duration.ofHours(1));

    private Feed.Now look() {
        looks.incrementAndGet();
        return new Feed.Now(new CompleteThrough.Standing(Instant.EPOCH, List.of()), log);
    }

    private Feed.Read page(String place, Position known) {
        var moment = news.of(known);
        return moment.read(place, () -> {
            reads.incrementAndGet();
            var at = new Bookmark(
                    Mode.NET, false, 0, 0, moment.now().log().seq(), 1, Instant.EPOCH, "filters", "visibility", 50);
            return new Feed.Read(List.of(), List.of(), at, true, moment.now());
        });
    }

    @Test
    void thoseWhoStandAtTheSamePlaceShareOnePage() throws Exception {
        var together = new CountDownLatch(MANY);
        Callable<Feed.Read> asking = () -> {
            together.countDown();
            together.await();
            return page("here", log);
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answered :
                    threads.invokeAll(Stream.generate(() -> asking).limit(MANY).toList())) {
                assertSame(page("here", log), answered.get());
            }
        }
        assertEquals(1, looks.get());
        assertEquals(1, reads.get());
    }

    @Test
    void anotherPlaceIsAnotherPage() {
        assertNotSame(page("here", log), page("there", log));
        assertEquals(1, looks.get());
        assertEquals(2, reads.get());
    }

    @Test
    void whenTheLogHasMovedOnNothingOfBeforeIsTold() {
        var before = page("here", log);
        log = new Position(8, 1);

        var after = page("here", log);

        assertEquals(7, before.now().log().seq());
        assertEquals(8, after.now().log().seq());
        assertEquals(2, looks.get());
    }

    @Test
    void aForkOfTheLogIsNewsThoughItIsShorter() {
        page("here", log);
        log = new Position(3, 2);
        assertEquals(3, page("here", log).now().log().seq());
    }
}
