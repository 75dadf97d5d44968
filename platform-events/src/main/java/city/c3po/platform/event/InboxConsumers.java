package city.c3po.platform.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The consumer of this process, if the service has sources; started and stopped with it. */
@Singleton
public class InboxConsumers {
    private final DataSource database;
    private final MeterRegistry metrics;
    private final List<String> sources;
    private final @Nullable Inbox inbox;
    private final @Nullable InboxConsumer consumer;

    InboxConsumers(
            BackboneConfig backbone,
            InboxConfig config,
            Instance<InboxEffect> effect,
            DataSource database,
            MeterRegistry metrics,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.database = database;
        this.metrics = metrics;
        this.sources = config.sources().orElse(List.of());
        if (sources.isEmpty()) {
            inbox = null;
            consumer = null;
        } else {
            inbox = new Inbox(effect.get(), this::inTransaction);
            var topics = topics(backbone, sources);
            consumer = new InboxConsumer(backbone.onBroker(backbone.key()), topics, broker, inbox, this::count);
        }
    }

    /** Topic on the broker → source. */
    static Map<String, String> topics(BackboneConfig backbone, List<String> sources) {
        if (sources.contains(backbone.key())) {
            throw new IllegalStateException("c3po.sources names this service itself: " + backbone.key());
        }
        return sources.stream()
                .distinct()
                .collect(Collectors.toMap(source -> backbone.onBroker("c3po." + source + ".v1"), Function.identity()));
    }

    void start(@Observes StartupEvent started) {
        if (consumer != null) {
            consumer.start();
            // all at nothing, so that the first of a kind is seen as a change
            for (var source : sources) {
                for (var outcome : InboxOutcome.values()) {
                    counter(new InboxTally.Of(source, outcome)).increment(0);
                }
            }
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
        tally.forEach((of, count) -> counter(of).increment(count));
    }

    private Counter counter(InboxTally.Of of) {
        return Counter.builder("c3po_consumed_events")
                .description("Records taken from topics, by what became of them")
                .tag("source", of.source())
                .tag("outcome", of.outcome().tag())
                .register(metrics);
    }
}
