package city.c3po.platform.time;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
    private volatile Offset offset = new Offset(Duration.ZERO, Long.MIN_VALUE);

    private record Offset(Duration ahead, long staleAtNanos) {}

    BusinessClock(DataSource database, @ConfigProperty(name = "c3po.clock.refresh") Duration refresh) {
        this.database = database;
        this.refreshNanos = refresh.toNanos();
    }

    @Override
    public Instant instant() {
        var known = offset;
        long nanos = System.nanoTime();
        if (known.staleAtNanos == Long.MIN_VALUE || nanos - known.staleAtNanos >= 0) {
            known = new Offset(read(), nanos + refreshNanos);
            offset = known;
        }
        return system.instant().plus(known.ahead).truncatedTo(ChronoUnit.MICROS);
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
