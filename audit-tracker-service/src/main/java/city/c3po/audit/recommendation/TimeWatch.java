package city.c3po.audit.recommendation;

import city.c3po.audit.known.CityDays;
import city.c3po.audit.known.Watch;
import city.c3po.audit.reminder.Escalation;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.rule.Seen;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/** What time alone does: tells of targets that passed, reminds of what is due, and of tests whose day came. */
@Singleton
public class TimeWatch {
    private final Recommendations recommendations;
    private final DueRecommendations due;
    private final Escalation escalation;
    private final CityDays days;

    TimeWatch(Recommendations recommendations, DueRecommendations due, Escalation escalation, CityDays days) {
        this.recommendations = recommendations;
        this.due = due;
        this.escalation = escalation;
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
        each(() -> due.slipped(today), one -> one.slip(Watch.WATCH, today, at));
        each(() -> due.toRemind(today), one -> one.remind(Watch.WATCH, escalation, days::begin, today, at));
        each(() -> due.retestsDue(today), one -> one.retestsDue(Watch.WATCH, today, at));
    }

    private void each(Callable<List<UUID>> those, Aggregates.Verb<Recommendation> verb) {
        for (var id : QuarkusTransaction.requiringNew().call(those)) {
            QuarkusTransaction.requiringNew()
                    .run(() ->
                            recommendations.edit(id, Watch.WATCH, Seen.whatever(), RecommendationAction.WATCH, verb));
        }
    }
}
