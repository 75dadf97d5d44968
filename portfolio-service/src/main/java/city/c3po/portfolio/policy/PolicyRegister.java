package city.c3po.portfolio.policy;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import city.c3po.portfolio.reference.CityDay;
import city.c3po.portfolio.reference.KnownReferences;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The policies: of each code one edition is in force. */
@Singleton
class PolicyRegister extends Aggregates<Policy, UUID, PolicyAction> {
    private final KnownReferences known;
    private final CityDay day;

    PolicyRegister(EntityManager entities, Journal journal, KnownReferences known, CityDay day) {
        super(Policy.class, entities, journal);
        this.known = known;
        this.day = day;
    }

    /** Adopts an edition and ends the one before it, in one transaction; adoptions take turns. */
    Policy adopt(UUID id, List<String> departments, LocalDate due, Actor by, Seen seen, Instant at) {
        var check = known.check(by);
        departments.forEach(department -> check.department("/departments", department));
        check.require();
        var code = get(id, by).code();
        entities()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))", Integer.class)
                .setParameter("name", "policy/" + code)
                .getResultList();
        var last = inForce(code);
        var adopted = change(
                id,
                by,
                seen,
                PolicyAction.ADOPT,
                policy -> policy.adopt(by, last.orElse(null), departments, due, day.of(at), at));
        last.ifPresent(former -> change(
                former.id(), by, Seen.whatever(), PolicyAction.SUPERSEDE, policy -> policy.supersede(by, adopted, at)));
        return adopted;
    }

    Policy acknowledge(UUID id, String department, Actor by, Seen seen, Instant at) {
        return change(
                id, by, seen, PolicyAction.ACKNOWLEDGE, policy -> policy.acknowledge(by, department, day.of(at), at));
    }

    private Optional<Policy> inForce(String code) {
        return entities()
                .createQuery("from Policy where code = :code and state = ADOPTED", Policy.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }
}
