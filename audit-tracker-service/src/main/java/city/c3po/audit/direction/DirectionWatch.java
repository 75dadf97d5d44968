package city.c3po.audit.direction;

import city.c3po.audit.known.CityDays;
import city.c3po.audit.known.Watch;
import city.c3po.audit.reminder.Escalation;
import city.c3po.platform.rule.Seen;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Reminds of directions that nobody answered. */
@Singleton
public class DirectionWatch {
    private final Directions directions;
    private final Escalation escalation;
    private final CityDays days;

    DirectionWatch(Directions directions, Escalation escalation, CityDays days) {
        this.directions = directions;
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
        for (var id : QuarkusTransaction.requiringNew().call(() -> directions.toRemind(today))) {
            QuarkusTransaction.requiringNew()
                    .run(() -> directions.edit(
                            id,
                            Watch.WATCH,
                            Seen.whatever(),
                            DirectionAction.REMIND,
                            one -> one.remind(Watch.WATCH, escalation, today, at)));
        }
    }
}
