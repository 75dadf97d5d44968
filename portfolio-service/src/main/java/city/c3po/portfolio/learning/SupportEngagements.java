package city.c3po.portfolio.learning;

import static city.c3po.portfolio.learning.LearningRule.DELEGATED_INITIATIVE;
import static city.c3po.portfolio.learning.LearningRule.KNOWN_SUPPORTED_INITIATIVE;
import static city.c3po.portfolio.learning.LearningRule.SUPPORTED_ONCE;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.portfolio.initiative.InitiativeState;
import city.c3po.portfolio.initiative.Initiatives;
import city.c3po.portfolio.reference.CityDay;
import city.c3po.portfolio.triage.Outcome;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The support engagements. */
@Singleton
class SupportEngagements extends Aggregates<SupportEngagement, UUID, EngagementAction> {
    private final Initiatives initiatives;
    private final CityDay day;

    SupportEngagements(EntityManager entities, Journal journal, Initiatives initiatives, CityDay day) {
        super(SupportEngagement.class, entities, journal);
        this.initiatives = initiatives;
        this.day = day;
    }

    SupportEngagement offer(UUID id, String supporter, String offer, Actor by, Instant at) {
        var initiative = initiatives.visible(id, by).orElseThrow(KNOWN_SUPPORTED_INITIATIVE::violated);
        DELEGATED_INITIATIVE.require(
                initiative.initiativeState() == InitiativeState.DELEGATED
                        || (initiative.initiativeState() == InitiativeState.CONVERTED
                                && initiative.triage().outcome() == Outcome.MINOR),
                Map.of("initiativeState", initiative.initiativeState()));
        entities()
                .createQuery(
                        "from SupportEngagement where initiativeId = :initiative and state in (OFFERED, ACCEPTED)",
                        SupportEngagement.class)
                .setParameter("initiative", id)
                .getResultStream()
                .findFirst()
                .ifPresent(open -> {
                    throw SUPPORTED_ONCE.violated(Map.of("engagement", open.href()));
                });
        var fresh =
                new SupportEngagement(initiative, supporter, offer, day.of(at).getYear(), at);
        return add(fresh, by, engagement -> engagement.offer(by, at));
    }
}
