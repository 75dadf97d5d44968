package city.c3po.platform.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * How the publishing side does. A parked aggregate or a broker out of reach is shown but does not make the service
 * unready: writes are safe in the outbox, and reads need no broker. A topic that does not fit, or a clock that differs
 * from the database's, does: neither mends by waiting, and what is written meanwhile would bear a wrong time.
 */
@Singleton
@Readiness
public class BackboneHealth implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(BackboneHealth.class);

    /** Tokens are good for minutes, and changes of one second are told apart. */
    private static final Duration TOLERATED_SKEW = Duration.ofSeconds(10);

    private final Relays relays;
    private final DataSource database;
    private final MeterRegistry metrics;
    private final AtomicLong unpublished = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();
    private final AtomicReference<Duration> skew = new AtomicReference<>(Duration.ZERO);

    BackboneHealth(Relays relays, DataSource database, MeterRegistry metrics) {
        this.relays = relays;
        this.database = database;
        this.metrics = metrics;
    }

    void register(@Observes StartupEvent started) {
        Gauge.builder("c3po_journal_unpublished", unpublished, AtomicLong::get)
                .description("Events written but not yet acknowledged by the broker")
                .register(metrics);
        Gauge.builder("c3po_parked_aggregates", parked, AtomicLong::get)
                .description("Aggregates of which an event can never be sent")
                .register(metrics);
        Gauge.builder("c3po_clock_skew_seconds", skew, known -> known.get().toMillis() / 1000.0)
                .description("How far this machine's clock is ahead of the database's")
                .register(metrics);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select (select count(*) from outbox), (select count(*) from outbox_parked)")) {
            compareClocks(connection);
            try (var row = query.executeQuery()) {
                row.next();
                unpublished.set(row.getLong(1));
                parked.set(row.getLong(2));
            }
        } catch (SQLException e) {
            LOG.debugf("cannot measure the outbox cause=%s", e.toString());
        }
    }

    private void compareClocks(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select clock_timestamp()")) {
            var asked = Instant.now();
            try (var row = query.executeQuery()) {
                var answered = Instant.now();
                row.next();
                var theirs = row.getObject(1, OffsetDateTime.class).toInstant();
                // A time between question and answer is the same as ours, however long the answer took.
                var ours = theirs.isBefore(asked) ? asked : theirs.isAfter(answered) ? answered : theirs;
                skew.set(Duration.between(theirs, ours));
            }
        }
        if (clockIsWrong()) {
            LOG.errorf(
                    "clock differs from the database's, not ready until they agree aheadSeconds=%d",
                    skew.get().toSeconds());
        }
    }

    private boolean clockIsWrong() {
        return skew.get().abs().compareTo(TOLERATED_SKEW) > 0;
    }

    @Override
    public HealthCheckResponse call() {
        var fit = relays.all().stream().noneMatch(relay -> relay.state() == RelayState.UNFIT_TOPIC);
        var answer = HealthCheckResponse.named("relay")
                .status(fit && !clockIsWrong())
                .withData("clockAheadSeconds", skew.get().toSeconds())
                .withData("unpublished", unpublished.get())
                .withData("parkedAggregates", parked.get());
        relays.all()
                .forEach(relay -> answer.withData(relay.topic(), relay.state().name()));
        return answer.build();
    }
}
