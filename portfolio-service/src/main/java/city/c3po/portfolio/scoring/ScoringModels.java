package city.c3po.portfolio.scoring;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The scoring models. */
@Singleton
class ScoringModels extends Aggregates<ScoringModel, UUID, ModelAction> {
    ScoringModels(EntityManager entities, Journal journal) {
        super(ScoringModel.class, entities, journal);
    }

    Optional<ScoringModel> adopted() {
        return entities()
                .createQuery("from ScoringModel where state = ADOPTED", ScoringModel.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst();
    }

    /** Adopts a model and ends the one before it, in one transaction; adoptions take turns. */
    ScoringModel adopt(UUID id, Actor by, Seen seen, Instant at) {
        entities()
                .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('scoring-model', 0))", Integer.class)
                .getResultList();
        var last = adopted();
        var adopted = change(id, by, seen, ModelAction.ADOPT, model -> model.adopt(by, last.orElse(null), at));
        last.ifPresent(former -> change(
                former.id(), by, Seen.whatever(), ModelAction.SUPERSEDE, model -> model.supersede(by, adopted, at)));
        return adopted;
    }
}
