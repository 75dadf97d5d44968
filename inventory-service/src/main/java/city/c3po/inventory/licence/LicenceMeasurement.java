package city.c3po.inventory.licence;

import city.c3po.inventory.reference.Itself;
import city.c3po.inventory.reference.Nights;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Measures all positions each night; of several replicas, the one that first says so in the database. */
@Singleton
class LicenceMeasurement {
    private final LicencePositions positions;
    private final Nights nights;
    private final InstantSource clock;

    LicenceMeasurement(LicencePositions positions, Nights nights, InstantSource clock) {
        this.positions = positions;
        this.nights = nights;
        this.clock = clock;
    }

    @Scheduled(every = "{c3po.inventory.licences.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        QuarkusTransaction.requiringNew().run(() -> {
            var at = clock.instant();
            if (nights.isFirst("licences", at)) {
                positions.measure(Itself.ACTOR, at);
            }
        });
    }
}
