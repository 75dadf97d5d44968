package city.c3po.portfolio.project;

import static city.c3po.portfolio.project.ProjectRule.NAMED_APPROVER;
import static city.c3po.portfolio.project.ProjectRule.PORTFOLIO_OFFICE_ONLY;
import static city.c3po.portfolio.project.ProjectRule.PPM_ONLY;
import static city.c3po.portfolio.project.ProjectRule.PPM_OR_OFFICE;
import static city.c3po.portfolio.project.ProjectRule.SUITE_ONLY;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Who sees a project, what can be done to it now and by whom, and what awaits whom. */
final class Rights {
    private Rights() {}

    static Access access(ProjectRecord project) {
        var plan = project.plan();
        return new Access(
                Access.Classification.INTERNAL,
                plan.departments(),
                Stream.of(project.createdBy(), project.ppm(), plan.sponsor())
                        .filter(Objects::nonNull)
                        .toList(),
                null,
                List.of(),
                project.source() == null ? List.of() : List.of(project.source()));
    }

    static boolean possible(ProjectRecord project, ProjectAction action) {
        var state = project.projectState();
        return switch (action) {
            case FILE_SPECIAL_REPORT -> project.controls().owesReport();
            case EDIT, ASSIGN_PPM, PLACE, NAME_PRODUCTS, FORECAST, CANCEL, RECORD_COMPLIANCE -> state.isOpen();
            case START_PLANNING, START_PROCUREMENT, START_EXECUTION, START_CLOSING, CLOSE ->
                state != ProjectState.ON_HOLD && state.next().contains(Moves.to(action));
            case DECIDE_IN_HOUSE -> state == ProjectState.INITIATING || state == ProjectState.PLANNING;
            case HOLD -> state.isOpen() && state != ProjectState.ON_HOLD;
            case RESUME -> state == ProjectState.ON_HOLD;
            case RECORD_ACTUAL ->
                state == ProjectState.EXECUTING || state == ProjectState.CLOSING || state == ProjectState.CLOSED;
            case ANSWER_RECLASSIFICATION -> state.isOpen() && project.outlook().waits();
            case NAME_APPROVERS, ADD_CRITERION, MEET_CRITERION, SUBMIT_GATE -> state != ProjectState.CANCELLED;
            case FOLLOW -> false;
            case JUDGE_GATE -> state != ProjectState.CANCELLED && project.gate().anyInReview();
        };
    }

    static void require(ProjectRecord project, Actor by, ProjectAction action) {
        switch (action.side()) {
            case SUITE -> SUITE_ONLY.require(by.equals(Projects.SUITE));
            case OFFICE -> PORTFOLIO_OFFICE_ONLY.require(by.has(Roles.PORTFOLIO_MANAGER) || feeds(project, by, action));
            case PPM -> PPM_ONLY.require(project.ledBy(by));
            case LEADER -> PPM_OR_OFFICE.require(project.ledBy(by) || by.has(Roles.PORTFOLIO_MANAGER));
            case APPROVER -> NAMED_APPROVER.require(project.gate().nameApprover(by));
        }
    }

    /** A system edits what it said itself. */
    private static boolean feeds(ProjectRecord project, Actor by, ProjectAction action) {
        var source = project.source();
        return action == ProjectAction.EDIT && source != null && by.feeds(source);
    }

    /** Gates that await their approvers, and what awaits the PPM. */
    static List<Task> tasks(ProjectRecord project) {
        var state = project.projectState();
        var id = project.id().toString();
        var tasks = new ArrayList<>(project.gate().tasks(id, project.href(), state == ProjectState.CANCELLED));
        var ppm = project.ppm();
        if (ppm != null && project.tier() != Tier.LITE) {
            var done = project.forecast() != null || !state.isOpen();
            tasks.add(new Task(id + "/forecast", ppm, "Forecast cost and finish", project.href(), null, done));
        }
        return tasks;
    }
}
