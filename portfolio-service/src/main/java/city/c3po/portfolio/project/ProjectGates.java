package city.c3po.portfolio.project;

import static city.c3po.portfolio.project.ProjectRule.CHARTER_ACCEPTED;
import static city.c3po.portfolio.project.ProjectRule.CHARTER_COMMITTED;
import static city.c3po.portfolio.project.ProjectRule.CHARTER_SAYS_IT;
import static city.c3po.portfolio.project.ProjectRule.CRITERION_MET_ONCE;
import static city.c3po.portfolio.project.ProjectRule.GATE_OPEN;
import static city.c3po.portfolio.project.ProjectRule.JUDGES_NOT_THE_OWN_WORK;
import static city.c3po.portfolio.project.ProjectRule.NAMED_APPROVER;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Task;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The gates of a project: what they ask, who judges them, and whether they let it pass. */
@Embeddable
class ProjectGates {
    @JdbcTypeCode(SqlTypes.JSON)
    private Gates gates;

    @SuppressWarnings("NullAway.Init")
    ProjectGates() {}

    ProjectGates(List<BoardCondition> conditions) {
        gates = Gates.of(conditions);
    }

    /** Looks at the day itself: nobody waits for the scheduler that closes what is overdue. */
    void requirePassable(GateName name, LocalDate today) {
        var gate = gates.get(name);
        CHARTER_COMMITTED.require(
                name != GateName.G1 || gate.criterion(Gates.COMMITTED).met());
        CHARTER_ACCEPTED.require(
                name != GateName.G5 || gate.criterion(Gates.ACCEPTED).met());
        GATE_OPEN.require(gate.letsPass(today), Map.of("gate", name, "gateState", gate.state()));
    }

    List<ProjectEvent> nameApprovers(GateName name, GateApprovers approvers, Instant at) {
        put(gates.get(name).judgedBy(approvers));
        return List.of(new ProjectEvent.ApproversNamed(name, approvers, at));
    }

    List<ProjectEvent> addCriterion(GateName name, String text, boolean mandatory, Instant at) {
        var gate = gates.get(name);
        var code = "own-" + (gate.criteria().size() + 1);
        put(gate.with(GateCriterion.open(code, text, GateCriterion.Source.PROJECT, mandatory)));
        return List.of(new ProjectEvent.CriterionAdded(name, code, text, at));
    }

    List<ProjectEvent> meet(Actor by, GateName name, String code, String evidence, Instant at) {
        var criterion = gates.get(name).criterion(code);
        CHARTER_SAYS_IT.require(criterion.source() != GateCriterion.Source.CHARTER);
        CRITERION_MET_ONCE.require(!criterion.met());
        return meet(name, criterion.metWith(evidence, by.sub(), at), at);
    }

    List<ProjectEvent> submit(Actor by, GateName name, Instant at) {
        var submitted = gates.get(name).submit(by);
        put(submitted);
        return List.of(new ProjectEvent.GateSubmitted(name, submitted.round(), at));
    }

    /** @param authors of the project and its initiative */
    void requireJudge(Actor by, GateName name, List<String> authors) {
        var gate = gates.get(name);
        NAMED_APPROVER.require(names(gate, by));
        JUDGES_NOT_THE_OWN_WORK.require(!authors.contains(by.sub()) && !gate.workOf(by));
    }

    List<ProjectEvent> judge(GateName name, GateVerdict verdict, LocalDate today) {
        var judged = gates.get(name).judge(verdict, today);
        put(judged);
        var events = new ArrayList<ProjectEvent>();
        events.add(new ProjectEvent.GateJudged(name, verdict, verdict.at()));
        if (judged.state() != GateState.IN_REVIEW) {
            events.add(new ProjectEvent.GateDecided(name, judged.state(), judged.due(), verdict.at()));
        }
        return events;
    }

    List<ProjectEvent> closeOverdue(LocalDate today, Instant at) {
        var events = new ArrayList<ProjectEvent>();
        for (var gate : gates.overdue(today)) {
            put(gate.closedAgain(at));
            events.add(new ProjectEvent.GateClosed(gate.gate(), Objects.requireNonNull(gate.due()), gate.unmet(), at));
        }
        return events;
    }

    /** A criterion that an event meets; told once more it is no change. */
    List<ProjectEvent> hear(Actor by, GateName name, String code, String evidence, Instant at) {
        var criterion = gates.get(name).criterion(code);
        return criterion.met() ? List.of() : meet(name, criterion.metWith(evidence, by.sub(), at), at);
    }

    List<ProjectEvent> loseCharter(String charter, Instant at) {
        var events = new ArrayList<ProjectEvent>();
        for (var name : List.of(GateName.G1, GateName.G5)) {
            for (var criterion : gates.get(name).criteria()) {
                if (criterion.source() == GateCriterion.Source.CHARTER
                        && criterion.met()
                        && charter.equals(criterion.evidence())) {
                    put(gates.get(name).meeting(criterion.reopened(), at));
                    events.add(new ProjectEvent.CriterionReopened(
                            name, criterion.code(), "The charter was cancelled.", at));
                }
            }
        }
        return events;
    }

    private List<ProjectEvent> meet(GateName name, GateCriterion met, Instant at) {
        var before = gates.get(name);
        var after = before.meeting(met, at);
        put(after);
        var events = new ArrayList<ProjectEvent>();
        events.add(new ProjectEvent.CriterionMet(name, met.code(), Objects.requireNonNull(met.evidence()), at));
        if (after.state() != before.state()) {
            events.add(new ProjectEvent.GateDecided(name, after.state(), null, at));
        }
        return events;
    }

    private void put(Gate changed) {
        gates = gates.with(changed);
    }

    private static boolean names(Gate gate, Actor by) {
        return gate.approvers() != null && gate.approvers().people().contains(by.sub());
    }

    boolean nameApprover(Actor by) {
        return gates.all().stream().anyMatch(gate -> names(gate, by));
    }

    boolean anyInReview() {
        return gates.all().stream().anyMatch(gate -> gate.state() == GateState.IN_REVIEW);
    }

    /** Gates that await their approvers. */
    List<Task> tasks(String project, String href, boolean over) {
        var tasks = new ArrayList<Task>();
        for (var gate : gates.all()) {
            var judges = gate.approvers();
            if (judges != null && gate.round() > 0) {
                for (var judge : judges.people()) {
                    var said = gate.verdicts().stream()
                            .anyMatch(verdict -> verdict.by().equals(judge));
                    tasks.add(new Task(
                            project + "/gates/" + gate.gate() + "/" + judge,
                            judge,
                            "Judge gate " + gate.gate(),
                            href,
                            null,
                            said || over || gate.state() != GateState.IN_REVIEW));
                }
            }
        }
        return tasks;
    }

    Gates gates() {
        return gates;
    }
}
