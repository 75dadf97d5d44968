package city.c3po.charter.signing;

import static city.c3po.charter.signing.SigningRule.DELEGATE_HOLDS_NO_SEAT;
import static city.c3po.charter.signing.SigningRule.NO_ONWARD_DELEGATION;

import city.c3po.charter.charter.Purpose;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The delegations. */
@Singleton
class Delegations extends Aggregates<Delegation, UUID, DelegationAction> {
    Delegations(EntityManager entities, Journal journal) {
        super(Delegation.class, entities, journal);
    }

    Delegation give(Delegation fresh, Actor by, LocalDate today, Instant at) {
        // Whoever only holds what others delegated has nothing of their own to delegate.
        NO_ONWARD_DELEGATION.require(
                holdsAnySeat(by.sub()) || of(by.sub(), today).isEmpty());
        return add(fresh, by, delegation -> {
            var given = delegation.give(today, at);
            DELEGATE_HOLDS_NO_SEAT.require(!sitTogether(delegation.delegator(), delegation.delegate()));
            return given;
        });
    }

    /** Given by this person, for this purpose, on this day. */
    List<Delegation> by(String delegator, Purpose purpose, LocalDate day) {
        return entities()
                .createQuery("from Delegation where delegator = :person and revokedAt is null", Delegation.class)
                .setParameter("person", delegator)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList()
                .stream()
                .filter(delegation -> delegation.holds(purpose, day))
                .toList();
    }

    /** Given to this person. */
    List<Delegation> of(String delegate, LocalDate day) {
        return entities()
                .createQuery(
                        "from Delegation where delegate = :person and revokedAt is null and endsOn >= :day",
                        Delegation.class)
                .setParameter("person", delegate)
                .setParameter("day", day)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    private boolean holdsAnySeat(String person) {
        return !entities()
                .createNativeQuery("select 1 from seat_holder where person = :person limit 1", Integer.class)
                .setParameter("person", person)
                .getResultList()
                .isEmpty();
    }

    /** Whether both hold seats of one charter that still goes on. */
    private boolean sitTogether(String one, String other) {
        return !entities()
                .createNativeQuery("""
                        select 1 from seat_holder a join seat_holder b on b.charter = a.charter join charter c on c.id = a.charter
                        where a.person = :one and b.person = :other and c.state not in ('CLOSED', 'CANCELLED') limit 1""", Integer.class)
                .setParameter("one", one)
                .setParameter("other", other)
                .getResultList()
                .isEmpty();
    }
}
