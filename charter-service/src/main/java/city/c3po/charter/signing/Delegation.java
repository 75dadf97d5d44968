package city.c3po.charter.signing;

import static city.c3po.charter.signing.SigningRule.DELEGATE_IS_ANOTHER;
import static city.c3po.charter.signing.SigningRule.DELEGATION_AT_MOST_90_DAYS;
import static city.c3po.charter.signing.SigningRule.DELEGATION_IN_ADVANCE;
import static city.c3po.charter.signing.SigningRule.OWN_DELEGATION;

import city.c3po.charter.charter.Purpose;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One person names another, in writing and before, to sign for them: for some purposes, some days, up to some money. It
 * ends by its date or when it is revoked, and is never passed on.
 */
@Entity
class Delegation extends Aggregate<DelegationAction> {
    private static final int LONGEST = 90;

    @Id
    private UUID id;

    @Column(updatable = false)
    private String delegator;

    @Column(updatable = false)
    private String delegate;

    @Column(updatable = false)
    private LocalDate startsOn;

    @Column(updatable = false)
    private LocalDate endsOn;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Scope scope;

    @Column(updatable = false)
    private Instant createdAt;

    private @Nullable Instant revokedAt;

    /** For what, and up to how much. */
    record Scope(List<Purpose> purposes, @Nullable Money limit) {}

    @SuppressWarnings("NullAway.Init")
    protected Delegation() {}

    Delegation(
            Actor by,
            String delegate,
            LocalDate from,
            LocalDate until,
            Set<Purpose> purposes,
            @Nullable Money limit,
            Instant at) {
        this.id = Uuid7.next();
        this.delegator = by.sub();
        this.delegate = delegate;
        this.startsOn = from;
        this.endsOn = until;
        this.scope = new Scope(purposes.stream().sorted().toList(), limit);
        this.createdAt = at;
    }

    List<DelegationEvent> give(LocalDate today, Instant at) {
        DELEGATE_IS_ANOTHER.require(!delegator.equals(delegate));
        DELEGATION_IN_ADVANCE.require(!startsOn.isBefore(today));
        DELEGATION_AT_MOST_90_DAYS.require(!endsOn.isBefore(startsOn) && !endsOn.isAfter(startsOn.plusDays(LONGEST)));
        return List.of(new DelegationEvent.Given(delegator, delegate, startsOn, endsOn, at));
    }

    List<DelegationEvent> revoke(Actor by, Instant at) {
        guard(by, DelegationAction.REVOKE);
        revokedAt = at;
        return List.of(new DelegationEvent.Revoked(at));
    }

    boolean holds(Purpose purpose, LocalDate day) {
        return revokedAt == null
                && scope.purposes().contains(purpose)
                && !day.isBefore(startsOn)
                && !day.isAfter(endsOn);
    }

    String href() {
        return "/v1/delegations/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected Access access() {
        return new Access(
                Access.Classification.INTERNAL, List.of(), List.of(delegator, delegate), null, List.of(), List.of());
    }

    @Override
    protected DelegationView state() {
        return DelegationView.of(this, null);
    }

    @Override
    protected Set<DelegationAction> actions() {
        return EnumSet.allOf(DelegationAction.class);
    }

    @Override
    protected boolean possible(DelegationAction action) {
        return revokedAt == null;
    }

    @Override
    protected void permits(Actor by, DelegationAction action) {
        OWN_DELEGATION.require(by.is(delegator) || by.has(Roles.PORTFOLIO_MANAGER));
    }

    String delegator() {
        return delegator;
    }

    String delegate() {
        return delegate;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    List<Purpose> purposes() {
        return scope.purposes();
    }

    @Nullable Money moneyLimit() {
        return scope.limit();
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable Instant revokedAt() {
        return revokedAt;
    }
}
