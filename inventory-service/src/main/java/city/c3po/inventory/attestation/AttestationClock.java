package city.c3po.inventory.attestation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks at the calendar. Every replica does; the lock on the row and its state have each thing told once. */
@Singleton
class AttestationClock {
    private final AttestationCampaigns campaigns;
    private final Attestations attestations;
    private final InstantSource clock;

    AttestationClock(AttestationCampaigns campaigns, Attestations attestations, InstantSource clock) {
        this.campaigns = campaigns;
        this.attestations = attestations;
        this.clock = clock;
    }

    @Scheduled(
            every = "{c3po.inventory.attestations.look-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        lookAt(clock.instant());
    }

    void lookAt(Instant at) {
        each(() -> attestations.pressing(at), id -> attestations.look(id, at));
        each(campaigns::done, id -> campaigns.close(id, at));
    }

    /** One transaction each; what is dealt with is not found again. */
    private static void each(Supplier<List<UUID>> page, Consumer<UUID> work) {
        for (var ids = found(page); !ids.isEmpty(); ids = found(page)) {
            ids.forEach(id -> QuarkusTransaction.requiringNew().run(() -> work.accept(id)));
        }
    }

    private static List<UUID> found(Supplier<List<UUID>> page) {
        return QuarkusTransaction.requiringNew().call(page::get);
    }
}
