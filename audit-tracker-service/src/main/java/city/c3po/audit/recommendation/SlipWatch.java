package city.c3po.audit.recommendation;

import city.c3po.audit.known.CityDays;
import city.c3po.audit.known.Watch;
import city.c3po.platform.rule.Seen;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Tells once of every target date that passed. */
@Singleton
public class SlipWatch {
    private final Recommendations recommendations;
    private final CityDays days;

    SlipWatch(Recommendations recommendations, CityDays days) {
        this.recommendations = recommendations;
        this.days = days;
    }

    @Scheduled(
            every = "{c3po.audit.look-every}",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        look(days.now());
    }

    /** @param at what time it is */
    public void look(Instant at) {
        var today = days.dateOf(at);
        for (var id : QuarkusTransaction.requiringNew().call(() -> recommendations.slipped(today))) {
            QuarkusTransaction.requiringNew()
                    .run(() -> recommendations.edit(
                            id,
                            Watch.WATCH,
                            Seen.whatever(),
                            RecommendationAction.WATCH,
                            one -> one.slip(Watch.WATCH, today, at)));
        }
    }
}
