package city.c3po.inventory.review;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Closes held rows whose rest was told, or whose time is over. Every replica looks; the row's lock has it closed once. */
@Singleton
class HeldWatch {
    private final MatchReviews reviews;
    private final InstantSource clock;

    HeldWatch(MatchReviews reviews, InstantSource clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    @Scheduled(every = "{c3po.inventory.reviews.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        var at = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> reviews.overdue(at).forEach(id -> reviews.close(id, at)));
    }
}
