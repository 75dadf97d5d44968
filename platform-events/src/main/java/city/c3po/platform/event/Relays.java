package city.c3po.platform.event;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The relays of this process, one per topic; started and stopped with it. */
@Singleton
public class Relays {
    private final List<Relay> relays;

    Relays(
            BackboneConfig config,
            @ConfigProperty(name = "quarkus.flyway.jdbc-url") String pastAnyPooler,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        var address = new Lease.Address(pastAnyPooler, user, password, config.key() + "-relay");
        relays = config.relay().enabled()
                ? config.relay().topics().stream()
                        .map(topic -> new Relay(
                                config.key(),
                                topic,
                                config.onBroker(topic),
                                config.topic().partitions(),
                                address,
                                broker))
                        .toList()
                : List.of();
    }

    void start(@Observes StartupEvent started) {
        relays.forEach(Relay::start);
    }

    void stop(@Observes ShutdownEvent stopped) {
        relays.forEach(Relay::close);
    }

    List<Relay> all() {
        return relays;
    }

    /** The lease holder need not wait for its next look when the write happened in its own process. */
    void wakeAfterCommit(TransactionSynchronizationRegistry transaction) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    relays.forEach(Relay::wake);
                }
            }
        });
    }
}
