package city.c3po.reporting.changes;

import city.c3po.platform.event.CompleteThrough;
import city.c3po.platform.rule.Convention;
import city.c3po.reporting.log.ChangeLog.Position;
import city.c3po.reporting.log.Head;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Reads the log a page at a time, and waits for news with those who like to. */
@Singleton
class Feed {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FRESH = Duration.ofMillis(500);

    /**
     * How things are.
     *
     * @param log how far it goes, read after completeThrough: what is complete then is in it
     */
    record Now(CompleteThrough.Standing complete, Position log) {}

    /**
     * What was read.
     *
     * @param items what of it is told
     * @param place where the page ends
     * @param open whether the page is the first of its round, and says how things are
     * @param page as it is answered, made once however many get it
     */
    record Read(
            List<ToldChange> changes,
            List<ChangeItem> items,
            Bookmark place,
            boolean open,
            Now now,
            Once<FeedPages.Answer> page) {
        Read(List<ToldChange> changes, List<ChangeItem> items, Bookmark place, boolean open, Now now) {
            this(changes, items, place, open, now, new Once<>());
        }

        boolean hasMore() {
            return place.position() < place.head();
        }
    }

    private final DataSource database;
    private final CompleteThrough completeThrough;
    private final Head head;
    private final FeedCursors cursors;
    private final FeedConfig config;
    private final InstantSource clock;
    private final Semaphore readers;
    private final Semaphore waiters;
    private final News news;

    Feed(
            DataSource database,
            CompleteThrough completeThrough,
            Head head,
            FeedCursors cursors,
            FeedConfig config,
            InstantSource clock) {
        this.database = database;
        this.completeThrough = completeThrough;
        this.head = head;
        this.cursors = cursors;
        this.config = config;
        this.clock = clock;
        this.readers = new Semaphore(config.readers(), true);
        this.waiters = new Semaphore(config.waiters());
        this.news = new News(() -> read(this::now), FRESH);
    }

    /** Where a request reads, and how things are as it begins. */
    record Beginning(Bookmark place, boolean open, Now now) {}

    Beginning begin(Wish wish, Reader reader) {
        if (wish.cursor() != null) {
            return resume(cursors.open(wish.cursor(), wish, reader), wish);
        }
        var now = read(this::now);
        return new Beginning(first(wish, reader, now.log()), true, now);
    }

    /** Goes on from a place that was given before. */
    Beginning resume(Bookmark given, Wish wish) {
        var now = read(this::now);
        cursors.mustLeadInto(given, now.log(), wish);
        return given.closed()
                ? new Beginning(given, false, now)
                : new Beginning(given.until(now.log().seq(), thisSecond()), true, now);
    }

    private Bookmark first(Wish wish, Reader reader, Position log) {
        var mode = wish.mode() == null ? Mode.NET : wish.mode();
        long until = wish.until() == null ? log.seq() : wish.until().seq();
        long from = switch (wish.since()) {
            case Wish.Since.Everything() -> 0;
            case Wish.Since.Latest() -> until;
            case Wish.Since.Report(var pin) -> Math.min(pin.seq(), until);
        };
        return new Bookmark(
                mode,
                mode == Mode.NET && wish.since() instanceof Wish.Since.Everything,
                from,
                from,
                until,
                log.generation(),
                thisSecond(),
                wish.filters().digest(),
                reader.visibility(),
                wish.limit() == null ? Wish.DEFAULT_LIMIT : wish.limit());
    }

    /** A cursor carries whole seconds: the first page of a round and the others must agree. */
    private Instant thisSecond() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    Read page(Beginning beginning, Wish wish, Reader reader) {
        return page(beginning.place(), beginning.open(), beginning.now(), wish, reader);
    }

    private Read page(Bookmark place, boolean open, Now now, Wish wish, Reader reader) {
        if (place.position() >= place.head()) {
            return new Read(List.of(), List.of(), place, open, now);
        }
        var changes = read(connection -> new LogWindow(reader, wish.filters()).read(connection, place));
        long end = changes.size() < place.limit()
                ? LogWindow.end(place)
                : changes.getLast().seq();
        var telling = new Telling(wish.filters());
        var items = changes.stream()
                .flatMap(change -> telling.tell(change, place).stream())
                .toList();
        return new Read(changes, items, place.at(end), open, now);
    }

    boolean closing() {
        return head.closed();
    }

    boolean mayWait(Read read) {
        return read.open() && !read.hasMore();
    }

    /** How many wait for news now. */
    int waiting() {
        return config.waiters() - waiters.availablePermits();
    }

    /**
     * Waits until there is something to tell this reader, or the time is over. Holds a thread, but no connection; what
     * is no news for this reader does not end the wait.
     */
    Read await(Read quiet, Wish wish, Reader reader, Duration atMost) {
        if (!waiters.tryAcquire()) {
            return quiet;
        }
        try {
            return attend(quiet, wish, reader, atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return quiet;
        } finally {
            waiters.release();
        }
    }

    /** As {@link #await}, for whoever has a seat of its own. */
    Read attend(Read quiet, Wish wish, Reader reader, Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        var read = quiet;
        for (long left = atMost.toNanos(); left > 0; left = until - System.nanoTime()) {
            var known = head.awaitBeyond(read.now().log(), Duration.ofNanos(left));
            if (known.isEmpty()) {
                break;
            }
            read = news(read, known.get(), wish, reader);
            if (read.hasMore() || !read.items().isEmpty()) {
                break;
            }
        }
        return read;
    }

    /** What came after a page that had nothing to tell: the round begins where that one ended. */
    private Read news(Read quiet, Position known, Wish wish, Reader reader) {
        var moment = news.of(known);
        var now = moment.now();
        cursors.mustLeadInto(quiet.place(), now.log(), wish);
        var from = quiet.place().afterRound().until(now.log().seq(), thisSecond());
        return moment.read(wish.path() + " " + from.digest(), () -> page(from, true, now, wish, reader));
    }

    /** How far the log goes. */
    long head() {
        return read(Head::read).seq();
    }

    /** How things are now, for the first page of a round. */
    ChangePage.Standing standing(Now now) {
        var at = clock.instant();
        return new ChangePage.Standing(
                now.log().seq(),
                now.complete().through(),
                now.complete().sources().stream()
                        .map(source -> SourceStanding.of(source, at, config.stalledAfter()))
                        .toList());
    }

    void mustBeLive(Now now) {
        var stalled =
                standing(now).sources().stream().filter(SourceStanding::stands).toList();
        FeedRule.SOURCE_STALLED.require(stalled.isEmpty(), Map.of("sources", stalled));
    }

    private Now now(Connection connection) throws SQLException {
        var complete = completeThrough.read(connection);
        return new Now(complete, Head.read(connection));
    }

    private interface Reading<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T read(Reading<T> reading) {
        try {
            if (!readers.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw Convention.TEMPORARILY_UNAVAILABLE.violated();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Convention.TEMPORARILY_UNAVAILABLE.violated();
        }
        try (var connection = database.getConnection()) {
            return reading.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the log", e);
        } finally {
            readers.release();
        }
    }
}
