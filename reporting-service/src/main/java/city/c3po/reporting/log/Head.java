package city.c3po.reporting.log;

import city.c3po.reporting.log.ChangeLog.Position;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * How far the log goes, for those who wait for more. What this replica takes in is known at once; what another takes in
 * is seen by looking often, as long as somebody waits. Who waits holds no connection.
 */
@Singleton
public class Head {
    private static final Logger LOG = Logger.getLogger(Head.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final DataSource database;
    private final Duration lookEvery;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Condition somebodyWaits = lock.newCondition();
    private final Thread watch = Thread.ofPlatform().name("head-watch").daemon().unstarted(this::watch);
    /** An orderly stop waits for answers under way, so those that wait for news answer without. */
    private final Thread farewell = new Thread(this::close, "head-farewell");

    private Position known = new Position(0, 0);
    private int waiting;
    private boolean closed;

    Head(DataSource database, @ConfigProperty(name = "c3po.feed.look-every") Duration lookEvery) {
        this.database = database;
        this.lookEvery = lookEvery;
    }

    void start(@Observes StartupEvent started) {
        watch.start();
        Runtime.getRuntime().addShutdownHook(farewell);
    }

    void stop(@Observes ShutdownEvent stopped) {
        close();
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException theProcessEnds) {
            // then the hook has run
        }
    }

    public static Position read(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select head, generation from change_counter");
                var row = query.executeQuery()) {
            row.next();
            return new Position(row.getLong(1), row.getInt(2));
        }
    }

    /** Committed and visible. */
    public void announce(Position position) {
        lock.lock();
        try {
            if (position.isBeyond(known)) {
                known = position;
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** @return how far the log is known to go, when that is beyond this position within the time */
    public Optional<Position> awaitBeyond(Position position, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            waiting++;
            somebodyWaits.signal();
            while (!closed && !known.isBeyond(position) && left > 0) {
                left = moved.awaitNanos(left);
            }
            return known.isBeyond(position) ? Optional.of(known) : Optional.empty();
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    /** Whether this process is about to end: nobody waits any more. */
    public boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        try {
            while (awaitSomebody()) {
                Thread.sleep(look() ? lookEvery : AFTER_A_FAILURE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitSomebody() throws InterruptedException {
        lock.lock();
        try {
            while (waiting == 0 && !closed) {
                somebodyWaits.await();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private boolean look() {
        try (var connection = database.getConnection()) {
            announce(read(connection));
            return true;
        } catch (SQLException e) {
            LOG.debugf("cannot look for news cause=%s", e.toString());
            return false;
        }
    }

    private void close() {
        lock.lock();
        try {
            closed = true;
            moved.signalAll();
            somebodyWaits.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
