package city.c3po.charter.engagement;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.rule.Seen;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** Tells once of every key position in which nobody approved has worked for more than ten days. */
@Singleton
public class KeyStaffWatch {
    private static final Actor WATCH = new Actor(
            Actor.SYSTEM.sub(),
            Actor.SYSTEM.issuer(),
            Actor.SYSTEM.client(),
            Actor.SYSTEM.name(),
            Set.of(Roles.PORTFOLIO_MANAGER),
            Set.of(),
            Set.of(),
            Set.of(),
            null,
            null);

    private final Engagements engagements;
    private final InstantSource clock;

    KeyStaffWatch(Engagements engagements, InstantSource clock) {
        this.engagements = engagements;
        this.clock = clock;
    }

    @Scheduled(
            every = "{c3po.ceremony.look-every}",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        look(clock.instant());
    }

    /** @param at what time it is */
    public void look(Instant at) {
        for (var id : QuarkusTransaction.requiringNew().call(engagements::withVacancies)) {
            QuarkusTransaction.requiringNew()
                    .run(() -> engagements.edit(
                            id, WATCH, Seen.whatever(), EngagementAction.WATCH, engagement -> engagement.tellGaps(at)));
        }
    }
}
