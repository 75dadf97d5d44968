package city.c3po.charter.engagement;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.web.Answer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** What the resources of key staff share: who asks, when, and the answer. */
@Singleton
class EngagementDesk {
    private final Engagements engagements;
    private final CurrentActor caller;
    private final InstantSource clock;

    EngagementDesk(Engagements engagements, CurrentActor caller, InstantSource clock) {
        this.engagements = engagements;
        this.caller = caller;
        this.clock = clock;
    }

    /** A verb of the aggregate with everything but who and when. */
    interface Verb {
        List<EngagementEvent> on(Engagement engagement, Actor by, Instant at);
    }

    RestResponse<EngagementView> change(UUID id, Seen seen, EngagementAction action, Verb verb) {
        var by = caller.get();
        var engagement = engagements.change(id, by, seen, action, found -> verb.on(found, by, clock.instant()));
        return Answer.of(engagement, by, EngagementView.of(engagement, by));
    }
}
