package city.c3po.portfolio.program;

import static city.c3po.portfolio.program.ProgramRule.NOTHING_OPEN_INSIDE;
import static city.c3po.portfolio.program.ProgramRule.OFFICE_LEADS_PROGRAMS;
import static city.c3po.portfolio.program.ProgramRule.PLACED_ELSEWHERE;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Projects that belong together. It may stand inside another program, one at a time and never inside itself. The
 * portfolio office creates, places and closes it.
 */
@Entity
public class Program extends Aggregate<ProgramAction> {
    @Id
    private UUID id;

    /** Written as {@code PRG-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('program_number'))")
    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    private ProgramState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private ProgramPlan plan;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Membership> memberships = List.of();

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Program() {}

    Program(Actor by, ProgramPlan plan, int year, Instant at) {
        this.id = Uuid7.next();
        this.number = "PRG-" + year + "-";
        this.state = ProgramState.ACTIVE;
        this.plan = plan.settled(Boolean.TRUE.equals(plan.sampleData()));
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    List<ProgramEvent> create(Actor by, Instant at) {
        permits(by, ProgramAction.EDIT);
        return List.of(new ProgramEvent.Created(plan.title(), at));
    }

    List<ProgramEvent> edit(Actor by, ProgramPlan better, Instant at) {
        guard(by, ProgramAction.EDIT);
        SAMPLE_DATA_IS_FIXED.require(
                better.sampleData() == null || better.sampleData().equals(plan.sampleData()));
        var settled = better.settled(Boolean.TRUE.equals(plan.sampleData()));
        if (settled.equals(plan)) {
            return List.of();
        }
        plan = settled;
        return List.of(new ProgramEvent.Edited(at));
    }

    List<ProgramEvent> place(Actor by, @Nullable Reference parent, LocalDate from, Instant at) {
        guard(by, ProgramAction.PLACE);
        PLACED_ELSEWHERE.require(!Membership.present(memberships).equals(Optional.ofNullable(parent)));
        memberships = Membership.changed(memberships, parent, from);
        return List.of(new ProgramEvent.Placed(parent, from, at));
    }

    List<ProgramEvent> close(Actor by, List<String> open, Instant at) {
        guard(by, ProgramAction.CLOSE);
        NOTHING_OPEN_INSIDE.require(open.isEmpty(), Map.of("open", open));
        moveTo(ProgramState.CLOSED);
        return List.of(new ProgramEvent.Closed(at));
    }

    private void moveTo(ProgramState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    public Reference reference() {
        return new Reference("program", id.toString(), number, href());
    }

    String href() {
        return "/v1/programs/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected ProgramView state() {
        return ProgramView.of(this, null);
    }

    @Override
    protected Optional<ProgramState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<ProgramAction> actions() {
        return EnumSet.allOf(ProgramAction.class);
    }

    @Override
    protected Access access() {
        return Access.ANY_EMPLOYEE;
    }

    @Override
    protected boolean possible(ProgramAction action) {
        return state == ProgramState.ACTIVE;
    }

    @Override
    protected void permits(Actor by, ProgramAction action) {
        OFFICE_LEADS_PROGRAMS.require(by.has(Roles.PORTFOLIO_MANAGER));
    }

    boolean isActive() {
        return state == ProgramState.ACTIVE;
    }

    ProgramState programState() {
        return state;
    }

    String number() {
        return number;
    }

    ProgramPlan plan() {
        return plan;
    }

    List<Membership> memberships() {
        return memberships;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
