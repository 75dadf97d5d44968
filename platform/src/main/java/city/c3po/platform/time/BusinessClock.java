package city.c3po.platform.time;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The time of the business: system clock plus the offset row of this database, in microseconds, as PostgreSQL keeps
 * it. The offset is cached; it only grows, so a stale one makes a fact seem older than it is, never newer than its
 * record.
 */
@Singleton
@RegisterForReflection
public class BusinessClock implements InstantSource {
    private final DataSource database;
    private final long refreshNanos;
    private final Clock system = Clock.systemUTC();
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Offset offset;

    private record Offset(Duration ahead, long staleAtNanos) {
        boolean isFresh() {
            return System.nanoTime() - staleAtNanos < 0;
        }
    }

    BusinessClock(DataSource database, @ConfigProperty(name = "c3po.clock.refresh") Duration refresh) {
        this.database = database;
        this.refreshNanos = refresh.toNanos();
    }

    @Override
    public Instant instant() {
        return system.instant().plus(ahead()).truncatedTo(ChronoUnit.MICROS);
    }

    /** One caller asks the database; the others go on with what was known, or a burst would take every connection. */
    private Duration ahead() {
        var known = offset;
        if (known != null && (known.isFresh() || !asking.tryLock())) {
            return known.ahead;
        }
        if (known == null) {
            asking.lock();
        }
        try {
            var now = offset;
            if (now == null || !now.isFresh()) {
                now = new Offset(read(), System.nanoTime() + refreshNanos);
                offset = now;
            }
            return now.ahead;
        } finally {
            asking.unlock();
        }
    }

    private Duration read() {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement("select extract(epoch from ahead) * 1000000 from business_clock");
                var row = query.executeQuery()) {
            row.next();
            return Duration.of(row.getLong(1), ChronoUnit.MICROS);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the business clock", e);
        }
    }
}
