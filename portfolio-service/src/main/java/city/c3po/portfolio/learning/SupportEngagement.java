package city.c3po.portfolio.learning;

import static city.c3po.portfolio.learning.LearningRule.DEPARTMENT_ANSWERS;
import static city.c3po.portfolio.learning.LearningRule.OFFICE_SUPPORTS;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.initiative.Initiative;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Help that the office offers to a department for an initiative the department runs itself. */
@Entity
@Table(name = "support_engagement")
public class SupportEngagement extends Aggregate<EngagementAction> {
    @Id
    private UUID id;

    /** Written as {@code SUP-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('support_engagement_number'))")
    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    private EngagementState state;

    @Column(updatable = false)
    private UUID initiativeId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Reference initiative;

    @Column(updatable = false)
    private String department;

    @Column(updatable = false)
    private String supporter;

    @Column(updatable = false)
    private String offer;

    private @Nullable String comment;
    private @Nullable String outcome;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected SupportEngagement() {}

    SupportEngagement(Initiative initiative, String supporter, String offer, int year, Instant at) {
        this.id = Uuid7.next();
        this.number = "SUP-" + year + "-";
        this.state = EngagementState.OFFERED;
        this.initiativeId = initiative.id();
        this.initiative = initiative.reference();
        this.department = initiative.proposal().sponsoringDepartment();
        this.supporter = supporter;
        this.offer = offer;
        this.createdAt = at;
    }

    List<SupportEngagementEvent> offer(Actor by, Instant at) {
        OFFICE_SUPPORTS.require(by.has(Roles.PORTFOLIO_MANAGER));
        return List.of(new SupportEngagementEvent.Offered(initiative, supporter, at));
    }

    List<SupportEngagementEvent> accept(Actor by, @Nullable String said, Instant at) {
        guard(by, EngagementAction.ACCEPT);
        moveTo(EngagementState.ACCEPTED);
        comment = said;
        return List.of(new SupportEngagementEvent.Accepted(said, at));
    }

    List<SupportEngagementEvent> decline(Actor by, @Nullable String said, Instant at) {
        guard(by, EngagementAction.DECLINE);
        moveTo(EngagementState.DECLINED);
        comment = said;
        return List.of(new SupportEngagementEvent.Declined(said, at));
    }

    List<SupportEngagementEvent> complete(Actor by, String said, Instant at) {
        guard(by, EngagementAction.COMPLETE);
        moveTo(EngagementState.COMPLETED);
        outcome = said;
        return List.of(new SupportEngagementEvent.Completed(said, at));
    }

    private void moveTo(EngagementState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    String href() {
        return "/v1/support-engagements/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected SupportEngagementView state() {
        return SupportEngagementView.of(this, null);
    }

    @Override
    protected Optional<EngagementState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<EngagementAction> actions() {
        return EnumSet.allOf(EngagementAction.class);
    }

    @Override
    protected Access access() {
        return new Access(
                Access.Classification.INTERNAL, List.of(department), List.of(supporter), null, List.of(), List.of());
    }

    @Override
    protected boolean possible(EngagementAction action) {
        return switch (action) {
            case ACCEPT, DECLINE -> state == EngagementState.OFFERED;
            case COMPLETE -> state == EngagementState.ACCEPTED;
        };
    }

    @Override
    protected void permits(Actor by, EngagementAction action) {
        switch (action) {
            case ACCEPT, DECLINE -> DEPARTMENT_ANSWERS.require(by.speaksFor(department));
            case COMPLETE -> OFFICE_SUPPORTS.require(by.has(Roles.PORTFOLIO_MANAGER) || by.is(supporter));
        }
    }

    EngagementState engagementState() {
        return state;
    }

    String number() {
        return number;
    }

    Reference initiative() {
        return initiative;
    }

    String department() {
        return department;
    }

    String supporter() {
        return supporter;
    }

    String offer() {
        return offer;
    }

    @Nullable String comment() {
        return comment;
    }

    @Nullable String outcome() {
        return outcome;
    }

    Instant createdAt() {
        return createdAt;
    }
}
