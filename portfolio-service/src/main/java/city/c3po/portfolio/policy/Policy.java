package city.c3po.portfolio.policy;

import static city.c3po.portfolio.policy.PolicyRule.ACKNOWLEDGED_ONCE;
import static city.c3po.portfolio.policy.PolicyRule.ADMINS_KEEP_POLICIES;
import static city.c3po.portfolio.policy.PolicyRule.ANOTHER_ADMIN_ADOPTS;
import static city.c3po.portfolio.policy.PolicyRule.CODE_IS_FIXED;
import static city.c3po.portfolio.policy.PolicyRule.DEPARTMENT_ASKED;
import static city.c3po.portfolio.policy.PolicyRule.DUE_AFTER_ADOPTION;
import static city.c3po.portfolio.policy.PolicyRule.OWN_DEPARTMENT_ACKNOWLEDGES;
import static city.c3po.portfolio.reference.ReferenceRule.SAMPLE_DATA_IS_FIXED;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One edition of a policy. A policy admin writes it, another one adopts it, and departments acknowledge it. */
@Entity
public class Policy extends Aggregate<PolicyAction> {
    @Id
    private UUID id;

    /** Written as {@code POL-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('policy_number'))")
    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    private PolicyState state;

    @Column(updatable = false)
    private String code;

    private int edition;

    @JdbcTypeCode(SqlTypes.JSON)
    private PolicyText text;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> authors = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Acknowledgement> acknowledgements = List.of();

    private @Nullable LocalDate adoptedOn;
    private @Nullable String adoptedBy;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Policy() {}

    Policy(PolicyText text, int year, Instant at) {
        this.id = Uuid7.next();
        this.number = "POL-" + year + "-";
        this.state = PolicyState.DRAFT;
        this.code = text.code();
        this.text = text.settled(Boolean.TRUE.equals(text.sampleData()));
        this.createdAt = at;
    }

    List<PolicyEvent> draft(Actor by, Instant at) {
        permits(by, PolicyAction.EDIT);
        authors = authorsAnd(by);
        return List.of(new PolicyEvent.Drafted(code, text.title(), at));
    }

    List<PolicyEvent> edit(Actor by, PolicyText better, Instant at) {
        guard(by, PolicyAction.EDIT);
        CODE_IS_FIXED.require(better.code().equals(code));
        SAMPLE_DATA_IS_FIXED.require(
                better.sampleData() == null || better.sampleData().equals(text.sampleData()));
        var settled = better.settled(Boolean.TRUE.equals(text.sampleData()));
        if (settled.equals(text)) {
            return List.of();
        }
        text = settled;
        authors = authorsAnd(by);
        return List.of(new PolicyEvent.Edited(text.title(), at));
    }

    /** @param departments that acknowledge it until the day due */
    List<PolicyEvent> adopt(
            Actor by, @Nullable Policy last, List<String> departments, LocalDate due, LocalDate today, Instant at) {
        guard(by, PolicyAction.ADOPT);
        DUE_AFTER_ADOPTION.require(due.isAfter(today));
        moveTo(PolicyState.ADOPTED);
        edition = last == null ? 1 : last.edition + 1;
        adoptedOn = today;
        adoptedBy = by.sub();
        var asked = departments.stream().distinct().sorted().toList();
        acknowledgements = asked.stream()
                .map(department -> new Acknowledgement(department, due, null, null))
                .toList();
        return List.of(new PolicyEvent.Adopted(code, today, asked, last == null ? null : last.reference(), at));
    }

    List<PolicyEvent> acknowledge(Actor by, String department, LocalDate today, Instant at) {
        OWN_DEPARTMENT_ACKNOWLEDGES.require(by.speaksFor(department));
        guard(by, PolicyAction.ACKNOWLEDGE);
        var asked = acknowledgements.stream()
                .filter(known -> known.department().equals(department))
                .findFirst()
                .orElseThrow(DEPARTMENT_ASKED::violated);
        ACKNOWLEDGED_ONCE.require(asked.awaited());
        var given = new Acknowledgement(department, asked.due(), by.sub(), at);
        acknowledgements = acknowledgements.stream()
                .map(known -> known == asked ? given : known)
                .toList();
        return List.of(new PolicyEvent.Acknowledged(department, asked.due(), today.isAfter(asked.due()), at));
    }

    List<PolicyEvent> supersede(Actor by, Policy later, Instant at) {
        guard(by, PolicyAction.SUPERSEDE);
        moveTo(PolicyState.SUPERSEDED);
        return List.of(new PolicyEvent.Superseded(later.reference(), at));
    }

    /** A new list, because Hibernate compares a JSON value with the one it loaded. */
    private List<String> authorsAnd(Actor by) {
        return Stream.concat(authors.stream(), Stream.of(by.sub()))
                .distinct()
                .sorted()
                .toList();
    }

    private void moveTo(PolicyState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    Reference reference() {
        return new Reference("policy", id.toString(), number, href());
    }

    String href() {
        return "/v1/policies/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected PolicyView state() {
        return PolicyView.of(this, null);
    }

    @Override
    protected Optional<PolicyState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<PolicyAction> actions() {
        return EnumSet.of(PolicyAction.EDIT, PolicyAction.ADOPT, PolicyAction.ACKNOWLEDGE);
    }

    /** Whoever has a role may read the city's policies. */
    @Override
    protected Access access() {
        return Access.ANY_ROLE;
    }

    @Override
    protected boolean possible(PolicyAction action) {
        return switch (action) {
            case EDIT, ADOPT -> state == PolicyState.DRAFT;
            case ACKNOWLEDGE, SUPERSEDE -> state == PolicyState.ADOPTED;
        };
    }

    @Override
    protected void permits(Actor by, PolicyAction action) {
        switch (action) {
            case EDIT, SUPERSEDE -> ADMINS_KEEP_POLICIES.require(by.has(Roles.POLICY_ADMIN));
            case ADOPT -> {
                ADMINS_KEEP_POLICIES.require(by.has(Roles.POLICY_ADMIN));
                ANOTHER_ADMIN_ADOPTS.require(!authors.contains(by.sub()));
            }
            case ACKNOWLEDGE ->
                OWN_DEPARTMENT_ACKNOWLEDGES.require(
                        acknowledgements.stream().anyMatch(known -> by.speaksFor(known.department())));
        }
    }

    PolicyState policyState() {
        return state;
    }

    String number() {
        return number;
    }

    String code() {
        return code;
    }

    int edition() {
        return edition;
    }

    PolicyText text() {
        return text;
    }

    List<String> authors() {
        return authors;
    }

    List<Acknowledgement> acknowledgements() {
        return acknowledgements;
    }

    @Nullable LocalDate adoptedOn() {
        return adoptedOn;
    }

    @Nullable String adoptedBy() {
        return adoptedBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
