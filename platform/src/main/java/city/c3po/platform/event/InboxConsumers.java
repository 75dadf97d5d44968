package city.c3po.platform.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The consumer of this process, if the service has sources; started and stopped with it. */
@Singleton
public class InboxConsumers {
    private final DataSource database;
    private final MeterRegistry metrics;
    private final @Nullable Inbox inbox;
    private final @Nullable InboxConsumer consumer;

    InboxConsumers(
            BackboneConfig backbone,
            InboxConfig config,
            Instance<InboxEffect> effect,
            DataSource database,
            MeterRegistry metrics,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers) {
        this.database = database;
        this.metrics = metrics;
        var sources = config.sources().orElse(List.of());
        if (sources.contains(backbone.key())) {
            throw new IllegalStateException("c3po.sources names this service itself: " + backbone.key());
        }
        if (sources.isEmpty()) {
            inbox = null;
            consumer = null;
        } else {
            inbox = new Inbox(effect.get(), this::inTransaction);
            var topics = sources.stream()
                    .collect(Collectors.toMap(
                            source -> backbone.onBroker("c3po." + source + ".v1"), Function.identity()));
            consumer = new InboxConsumer(backbone.onBroker(backbone.key()), topics, brokers, inbox, this::count);
        }
    }

    void start(@Observes StartupEvent started) {
        if (consumer != null) {
            consumer.start();
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (consumer != null) {
            consumer.close();
        }
    }

    InboxState state() {
        return consumer == null ? InboxState.NONE : consumer.state();
    }

    Optional<Inbox> inbox() {
        return Optional.ofNullable(inbox);
    }

    /** A transaction of its own that the effect's entities and repositories join. */
    private <T> T inTransaction(Inbox.Work<T> work) throws Exception {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection()) {
                return work.on(connection);
            }
        });
    }

    private void count(InboxTally tally) {
        tally.forEach((of, count) -> metrics.counter(
                        "c3po_consumed_events",
                        "source",
                        of.source(),
                        "outcome",
                        of.outcome().tag())
                .increment(count));
    }
}
