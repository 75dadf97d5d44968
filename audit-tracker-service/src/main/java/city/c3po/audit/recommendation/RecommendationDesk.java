package city.c3po.audit.recommendation;

import city.c3po.audit.known.CityDays;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.web.Answer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** What the resources of recommendations share: who asks, when, and the one form of the answer. */
@Singleton
class RecommendationDesk {
    private final Recommendations recommendations;
    private final CurrentActor caller;
    private final CityDays days;

    RecommendationDesk(Recommendations recommendations, CurrentActor caller, CityDays days) {
        this.recommendations = recommendations;
        this.caller = caller;
        this.days = days;
    }

    /** A verb of the aggregate with everything but who and when. */
    interface Verb {
        List<RecommendationEvent> on(Recommendation one, Actor by, Instant at);
    }

    RestResponse<RecommendationView> change(UUID id, Seen seen, RecommendationAction action, Verb verb) {
        var by = caller.get();
        return answer(recommendations.change(id, by, seen, action, one -> verb.on(one, by, days.now())));
    }

    RestResponse<RecommendationView> edit(UUID id, Seen seen, RecommendationAction action, Verb verb) {
        var by = caller.get();
        return answer(recommendations.edit(id, by, seen, action, one -> verb.on(one, by, days.now())));
    }

    RestResponse<RecommendationView> answer(Recommendation one) {
        var by = caller.get();
        return Answer.of(one, by, RecommendationView.of(one, by, days.today()));
    }

    Recommendation get(UUID id) {
        return recommendations.get(id, caller.get());
    }

    Actor by() {
        return caller.get();
    }

    LocalDate today() {
        return days.today();
    }
}
