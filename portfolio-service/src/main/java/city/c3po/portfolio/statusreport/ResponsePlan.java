package city.c3po.portfolio.statusreport;

import static city.c3po.portfolio.statusreport.StatusRule.PLAN_ENDS_AFTER_START;
import static city.c3po.portfolio.statusreport.StatusRule.PLAN_OWNER_OR_LEADER;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Task;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.project.ProjectPart;
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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** How a red project becomes another colour: who sees to it, until when, and what must be so in the end. */
@Entity
public class ResponsePlan extends ProjectPart<ResponsePlanAction> {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private ResponsePlanState state;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Reference report;

    @JdbcTypeCode(SqlTypes.JSON)
    private StatusText.PlanSaid plan;

    private @Nullable String comment;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected ResponsePlan() {}

    ResponsePlan(StatusReport report, StatusText.PlanSaid plan, Instant at) {
        super(report.project());
        this.id = Uuid7.next();
        this.state = ResponsePlanState.OPEN;
        this.report = report.reference();
        this.plan = plan;
        this.createdAt = at;
    }

    List<ResponsePlanEvent> open(Instant at) {
        return List.of(new ResponsePlanEvent.Opened(plan.owner(), plan.start(), plan.due(), at));
    }

    List<ResponsePlanEvent> move(Actor by, LocalDate due, String why, Instant at) {
        guard(by, ResponsePlanAction.MOVE);
        PLAN_ENDS_AFTER_START.require(!due.isBefore(plan.start()));
        var formerly = plan.due();
        plan = new StatusText.PlanSaid(plan.owner(), plan.start(), due, plan.exitCriteria());
        return List.of(new ResponsePlanEvent.Moved(due, formerly, why, at));
    }

    /** Whoever says so says it of each exit criterion. */
    List<ResponsePlanEvent> complete(Actor by, String why, Instant at) {
        guard(by, ResponsePlanAction.COMPLETE);
        moveTo(ResponsePlanState.COMPLETED, why);
        return List.of(new ResponsePlanEvent.Completed(why, at));
    }

    List<ResponsePlanEvent> abandon(Actor by, String why, Instant at) {
        guard(by, ResponsePlanAction.ABANDON);
        moveTo(ResponsePlanState.ABANDONED, why);
        return List.of(new ResponsePlanEvent.Abandoned(why, at));
    }

    private void moveTo(ResponsePlanState next, String why) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
        comment = why;
    }

    String href() {
        return project().href() + "/response-plans/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected ResponsePlanView state() {
        return ResponsePlanView.of(this, null);
    }

    @Override
    protected Optional<ResponsePlanState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<ResponsePlanAction> actions() {
        return EnumSet.allOf(ResponsePlanAction.class);
    }

    @Override
    protected boolean possible(ResponsePlanAction action) {
        return state == ResponsePlanState.OPEN;
    }

    @Override
    protected void permits(Actor by, ResponsePlanAction action) {
        PLAN_OWNER_OR_LEADER.require(by.is(plan.owner()) || project().ledBy(by) || by.has(Roles.PORTFOLIO_MANAGER));
    }

    @Override
    protected List<Task> tasks() {
        var action = "Carry out the response plan (by " + plan.due() + ")";
        return List.of(
                new Task(id + "/carry-out", plan.owner(), action, href(), null, state != ResponsePlanState.OPEN));
    }

    ResponsePlanState planState() {
        return state;
    }

    Reference report() {
        return report;
    }

    StatusText.PlanSaid plan() {
        return plan;
    }

    @Nullable String comment() {
        return comment;
    }

    Instant createdAt() {
        return createdAt;
    }
}
