package city.c3po.inventory.imports;

import city.c3po.inventory.reference.Itself;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The imports. */
@Singleton
class Imports extends Aggregates<Import, UUID, ImportAction> {
    Imports(EntityManager entities, Journal journal) {
        super(Import.class, entities, journal);
    }

    Import receive(Import fresh, Actor by, Instant at) {
        return add(fresh, by, one -> one.receive(at));
    }

    /** The same bytes with the same options for the same source, unless they came to nothing or another file came since. */
    Optional<Import> first(String source, String fingerprint) {
        return entities()
                .createQuery("""
                        from Import where source = :source and fingerprint = :fingerprint
                          and state not in (:rejected, :failed) and not superseded""", Import.class)
                .setParameter("source", source)
                .setParameter("fingerprint", fingerprint)
                .setParameter("rejected", ImportState.REJECTED)
                .setParameter("failed", ImportState.FAILED)
                .getResultStream()
                .findFirst();
    }

    /** What waits for the service, oldest first. */
    List<UUID> waiting() {
        return entities()
                .createQuery("select id from Import where state in (:received, :approved) order by id", UUID.class)
                .setParameter("received", ImportState.RECEIVED)
                .setParameter("approved", ImportState.APPROVED)
                .setMaxResults(100)
                .getResultList();
    }

    Import approve(UUID id, Actor by, Seen seen, Instant at) {
        return change(id, by, seen, ImportAction.APPROVE, one -> one.approve(by, at));
    }

    Import reject(UUID id, String reason, Actor by, Seen seen, Instant at) {
        return change(id, by, seen, ImportAction.REJECT, one -> one.reject(by, reason, at));
    }

    void advance(UUID id, Verb<Import> verb) {
        change(id, Itself.ACTOR, Seen.whatever(), ImportAction.ADVANCE, verb);
    }

    Import find(UUID id) {
        return get(id, Itself.ACTOR);
    }
}
