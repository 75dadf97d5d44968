package city.c3po.portfolio.triage;

import static city.c3po.portfolio.triage.TriagePolicyRule.SOME_POLICY_IN_FORCE;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The policy versions. */
@Singleton
public class TriagePolicies extends Aggregates<TriagePolicy, UUID, TriagePolicyAction> {
    TriagePolicies(EntityManager entities, Journal journal) {
        super(TriagePolicy.class, entities, journal);
    }

    /** The version that applies on a day, in the city's calendar. */
    public TriagePolicy inForce(LocalDate day) {
        return entities()
                .createQuery("""
                        from TriagePolicy where state in (ADOPTED, SUPERSEDED) and effectiveFrom <= :day
                        order by effectiveFrom desc""", TriagePolicy.class)
                .setParameter("day", day)
                .setMaxResults(1)
                // asked in the middle of a verb, of which nothing is written yet
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> SOME_POLICY_IN_FORCE.violated(Map.of("day", day)));
    }

    /** Adopts a version and ends the one before it, in one transaction. */
    TriagePolicy adopt(UUID id, Actor by, Seen seen, LocalDate today, Instant at) {
        awaitTurn();
        var last = lastAdopted();
        var adopted = change(
                id, by, seen, TriagePolicyAction.ADOPT, policy -> policy.adopt(by, last.orElse(null), today, at));
        last.ifPresent(former -> change(
                former.id(),
                by,
                Seen.whatever(),
                TriagePolicyAction.SUPERSEDE,
                policy -> policy.supersede(by, adopted, at)));
        return adopted;
    }

    boolean none() {
        return entities()
                        .createQuery("select count(p) from TriagePolicy p", Long.class)
                        .getSingleResult()
                == 0;
    }

    /** Adoptions take turns: each ends the one before it. */
    void awaitTurn() {
        entities()
                .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('triage-policy/adoption', 0))",
                        Integer.class)
                .getResultList();
    }

    private Optional<TriagePolicy> lastAdopted() {
        return entities()
                .createQuery("from TriagePolicy where state = ADOPTED", TriagePolicy.class)
                .getResultStream()
                .findFirst();
    }
}
