package city.c3po.platform.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * How the publishing side does. A parked aggregate or a broker out of reach is shown but does not make the service
 * unready: writes are safe in the outbox, and reads need no broker.
 */
@Singleton
@Readiness
public class BackboneHealth implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(BackboneHealth.class);

    private final Relays relays;
    private final DataSource database;
    private final MeterRegistry metrics;
    private final AtomicLong unpublished = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();

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
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select (select count(*) from outbox), (select count(*) from outbox_parked)");
                var row = query.executeQuery()) {
            row.next();
            unpublished.set(row.getLong(1));
            parked.set(row.getLong(2));
        } catch (SQLException e) {
            LOG.debugf("cannot measure the outbox cause=%s", e.toString());
        }
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("relay")
                .up()
                .withData("unpublished", unpublished.get())
                .withData("parkedAggregates", parked.get());
        relays.all()
                .forEach(relay -> answer.withData(relay.topic(), relay.state().name()));
        return answer.build();
    }
}
