package city.c3po.portfolio.goal;

import static city.c3po.portfolio.goal.GoalRule.GOALS_BY_ADMINS;
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

/** A strategic direction of the city, and how anyone will see that it is reached. */
@Entity
public class Goal extends Aggregate<GoalAction> {
    @Id
    private UUID id;

    /** Written as {@code GOA-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('goal_number'))")
    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    private GoalState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private GoalText text;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Goal() {}

    Goal(Actor by, GoalText text, int year, Instant at) {
        this.id = Uuid7.next();
        this.number = "GOA-" + year + "-";
        this.state = GoalState.ACTIVE;
        this.text = text.settled(Boolean.TRUE.equals(text.sampleData()));
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    List<GoalEvent> set(Actor by, Instant at) {
        permits(by, GoalAction.EDIT);
        return List.of(new GoalEvent.Stated(text.title(), at));
    }

    List<GoalEvent> edit(Actor by, GoalText better, Instant at) {
        guard(by, GoalAction.EDIT);
        SAMPLE_DATA_IS_FIXED.require(
                better.sampleData() == null || better.sampleData().equals(text.sampleData()));
        var settled = better.settled(Boolean.TRUE.equals(text.sampleData()));
        if (settled.equals(text)) {
            return List.of();
        }
        text = settled;
        return List.of(new GoalEvent.Edited(text.title(), at));
    }

    List<GoalEvent> retire(Actor by, String reason, Instant at) {
        guard(by, GoalAction.RETIRE);
        moveTo(GoalState.RETIRED);
        return List.of(new GoalEvent.Retired(reason, at));
    }

    private void moveTo(GoalState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    Reference reference() {
        return new Reference("goal", id.toString(), number, href());
    }

    String href() {
        return "/v1/goals/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected GoalView state() {
        return GoalView.of(this, null);
    }

    @Override
    protected Optional<GoalState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<GoalAction> actions() {
        return EnumSet.allOf(GoalAction.class);
    }

    /** Whoever has a role may know where the city wants to go. */
    @Override
    protected Access access() {
        return Access.ANY_ROLE;
    }

    @Override
    protected boolean possible(GoalAction action) {
        return state == GoalState.ACTIVE;
    }

    @Override
    protected void permits(Actor by, GoalAction action) {
        GOALS_BY_ADMINS.require(by.has(Roles.POLICY_ADMIN) || by.has(Roles.PORTFOLIO_MANAGER));
    }

    GoalState goalState() {
        return state;
    }

    String number() {
        return number;
    }

    GoalText text() {
        return text;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
