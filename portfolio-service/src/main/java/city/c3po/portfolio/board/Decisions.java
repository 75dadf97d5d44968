package city.c3po.portfolio.board;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.reference.CityDay;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The decisions; of each initiative one is in force. */
@Singleton
class Decisions extends Aggregates<Decision, UUID, DecisionAction> {
    private final CityDay day;

    Decisions(EntityManager entities, Journal journal, CityDay day) {
        super(Decision.class, entities, journal);
        this.day = day;
    }

    Decision of(UUID board, UUID id, Actor by) {
        var decision = get(id, by);
        Convention.NOT_FOUND.require(decision.boardId().equals(board));
        return decision;
    }

    /** Written down while the initiative is locked; the one before it is superseded. */
    Decision record(Actor by, Meeting meeting, Reference initiative, Motion motion, Tally tally, Instant at) {
        var former = inForce(UUID.fromString(initiative.id()));
        var fresh = new Decision(
                meeting,
                initiative,
                motion,
                tally,
                former.orElse(null),
                day.of(at).getYear(),
                at);
        // first, because its number is known only then
        add(fresh, by, Decision::make);
        former.ifPresent(earlier -> change(
                earlier.id(),
                by,
                Seen.whatever(),
                DecisionAction.SUPERSEDE,
                decision -> decision.supersede(by, fresh.reference(), at)));
        return fresh;
    }

    private Optional<Decision> inForce(UUID initiative) {
        return entities()
                .createQuery("from Decision where initiativeId = :initiative and state = IN_FORCE", Decision.class)
                .setParameter("initiative", initiative)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst();
    }
}
