package city.c3po.inventory.quality;

import city.c3po.inventory.reference.Itself;
import city.c3po.inventory.reference.Nights;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Measures everything each night; of several replicas, the one that first says so in the database. */
@Singleton
class QualityMeasurement {
    private final QualityMeasures measures;
    private final Nights nights;
    private final InstantSource clock;

    QualityMeasurement(QualityMeasures measures, Nights nights, InstantSource clock) {
        this.measures = measures;
        this.nights = nights;
        this.clock = clock;
    }

    @Scheduled(every = "{c3po.inventory.quality.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        QuarkusTransaction.requiringNew().run(() -> {
            var at = clock.instant();
            if (nights.isFirst("quality", at)) {
                measures.measure(Itself.ACTOR, at);
            }
        });
    }
}
