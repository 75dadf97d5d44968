package city.c3po.platform.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How the consuming side does. Not ready while the database or the broker is out of reach; events that wait for an
 * operator are shown, and do not make it unready.
 */
@Singleton
@Readiness
public class InboxHealth implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(InboxHealth.class);

    private final InboxConsumers consumers;
    private final CompleteThrough completeThrough;
    private final DataSource database;
    private final InstantSource clock;
    private final MeterRegistry metrics;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicReference<@Nullable Instant> through = new AtomicReference<>();

    InboxHealth(
            InboxConsumers consumers,
            CompleteThrough completeThrough,
            DataSource database,
            InstantSource clock,
            MeterRegistry metrics) {
        this.consumers = consumers;
        this.completeThrough = completeThrough;
        this.database = database;
        this.clock = clock;
        this.metrics = metrics;
    }

    void register(@Observes StartupEvent started) {
        if (consumers.state() == InboxState.NONE) {
            return;
        }
        Gauge.builder("c3po_parked_events", waiting, AtomicLong::get)
                .description("Events taken from no topic yet: poison, and those that wait for one before them")
                .register(metrics);
        Gauge.builder("c3po_consumer_complete_through_seconds", this, InboxHealth::secondsBehind)
                .description("How many seconds of the past are not yet known to be complete; NaN when nothing is known")
                .register(metrics);
    }

    private double secondsBehind() {
        var known = through.get();
        return known == null
                ? Double.NaN
                : Duration.between(known, clock.instant()).toMillis() / 1000.0;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        if (consumers.state() == InboxState.NONE) {
            return;
        }
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select count(*) from inbox_waiting");
                var row = query.executeQuery()) {
            row.next();
            waiting.set(row.getLong(1));
            through.set(completeThrough.read(connection).through());
        } catch (SQLException e) {
            LOG.debugf("cannot measure the inbox cause=%s", e.toString());
        }
    }

    @Override
    public HealthCheckResponse call() {
        var state = consumers.state();
        return HealthCheckResponse.named("inbox")
                .status(state.ready())
                .withData("state", state.name())
                .withData("waiting", waiting.get())
                .withData("completeThrough", String.valueOf(through.get()))
                .withData("secondsBehind", Double.toString(secondsBehind()))
                .build();
    }
}
