package city.c3po.portfolio.issue;

import static city.c3po.portfolio.Breaking.assertBreaks;
import static city.c3po.portfolio.issue.IssueRule.ACTIONS_FINISHED;
import static city.c3po.portfolio.issue.IssueRule.ACTION_FINISHED_ONCE;
import static city.c3po.portfolio.issue.IssueRule.ACTION_OWNER_FINISHES;
import static city.c3po.portfolio.issue.IssueRule.FEW_ACTIONS;
import static city.c3po.portfolio.issue.IssueRule.INVOLVED_RAISES;
import static city.c3po.portfolio.issue.IssueRule.KNOWN_ACTION;
import static city.c3po.portfolio.issue.IssueRule.OWNER_OR_LEADER;
import static city.c3po.portfolio.issue.IssueRule.PROJECT_GOES_ON;
import static city.c3po.portfolio.project.SomeProject.LEAD;
import static city.c3po.portfolio.project.SomeProject.NOON;
import static city.c3po.portfolio.project.SomeProject.STRANGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Task;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.Actors;
import city.c3po.portfolio.StateVerbs;
import city.c3po.portfolio.project.Project;
import city.c3po.portfolio.project.SomeProject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class IssueTest {
    private static final Actor OWNER = Actors.person("olga", Set.of(Roles.SUBMITTER), Set.of());
    private static final Actor DOER = Actors.person("dave", Set.of(Roles.SUBMITTER), Set.of());
    private static final Reference CHANGE = new Reference("changeRequest", "c", "CHG-2026-0001", "/v1/x");

    @Test
    void what_was_to_be_done_is_done_before_it_is_resolved() {
        var issue = raised();
        issue.addAction(OWNER, "Clean the data", "dave", LocalDate.of(2026, 9, 1), NOON);
        assertEquals(List.of(false), issue.tasks().stream().map(Task::done).toList());
        var refused = assertBreaks(ACTIONS_FINISHED, () -> issue.resolve(OWNER, "Done", NOON));
        assertEquals(List.of(1), refused.facts().get("open"));
        assertBreaks(KNOWN_ACTION, () -> issue.finishAction(OWNER, 2, "Done", NOON));
        issue.finishAction(DOER, 1, "Clean", NOON);
        assertBreaks(ACTION_FINISHED_ONCE, () -> issue.finishAction(DOER, 1, "Clean", NOON));
        issue.resolve(OWNER, "Done", NOON);
        assertEquals(List.of(true), issue.tasks().stream().map(Task::done).toList());
        issue.reopen(OWNER, "Not all of it", NOON);
        assertNull(issue.resolution());
    }

    @Test
    void who_may() {
        var issue = raised();
        assertBreaks(OWNER_OR_LEADER, () -> issue.close(STRANGER, "x", NOON));
        issue.addAction(OWNER, "Clean the data", "dave", null, NOON);
        issue.addAction(OWNER, "Ask the vendor", "olga", null, NOON);
        assertBreaks(ACTION_OWNER_FINISHES, () -> issue.finishAction(STRANGER, 1, "x", NOON));
        assertBreaks(ACTION_OWNER_FINISHES, () -> issue.finishAction(DOER, 2, "x", NOON));
        assertBreaks(INVOLVED_RAISES, () -> issue(SomeProject.led()).raise(STRANGER, NOON));
        assertBreaks(
                PROJECT_GOES_ON,
                () -> issue(SomeProject.cancelled(SomeProject.led())).raise(LEAD, NOON));
    }

    @Test
    void an_issue_with_a_hundred_actions_is_more_than_one() {
        var issue = raised();
        for (int n = 0; n < 100; n++) {
            issue.addAction(OWNER, "More", "dave", null, NOON);
            issue.decide(OWNER, "So", null, NOON);
        }
        assertBreaks(FEW_ACTIONS, () -> issue.addAction(OWNER, "More", "dave", null, NOON));
        assertBreaks(FEW_ACTIONS, () -> issue.decide(OWNER, "So", null, NOON));
    }

    @TestFactory
    Stream<DynamicTest> every_verb_is_possible_exactly_where_the_table_says_so() {
        var open = EnumSet.of(
                IssueAction.EDIT,
                IssueAction.ADD_ACTION,
                IssueAction.FINISH_ACTION,
                IssueAction.DECIDE,
                IssueAction.REQUEST_CHANGE,
                IssueAction.RESOLVE);
        return StateVerbs.matrix(
                Map.<IssueState, Supplier<Issue>>of(
                        IssueState.OPEN, IssueTest::withOneDone,
                        IssueState.RESOLVED, () -> resolved(),
                        IssueState.CLOSED,
                                () -> {
                                    var issue = resolved();
                                    issue.close(OWNER, "Over", NOON);
                                    return issue;
                                }),
                Map.<IssueAction, Consumer<Issue>>of(
                        IssueAction.EDIT,
                                issue -> issue.edit(OWNER, new IssueText("Other", null, "olga", null, null), NOON),
                        IssueAction.ADD_ACTION, issue -> issue.addAction(OWNER, "More", "dave", null, NOON),
                        IssueAction.FINISH_ACTION,
                                issue -> {
                                    if (issue.issueState() == IssueState.OPEN) {
                                        issue.addAction(OWNER, "More", "dave", null, NOON);
                                    }
                                    issue.finishAction(OWNER, issue.todos().size(), "Done", NOON);
                                },
                        IssueAction.DECIDE, issue -> issue.decide(OWNER, "So", null, NOON),
                        IssueAction.REQUEST_CHANGE, issue -> issue.requestChange(OWNER, CHANGE, NOON),
                        IssueAction.RESOLVE, issue -> issue.resolve(OWNER, "Done", NOON),
                        IssueAction.REOPEN, issue -> issue.reopen(OWNER, "Not done", NOON),
                        IssueAction.CLOSE, issue -> issue.close(OWNER, "Over", NOON)),
                Map.of(
                        IssueState.OPEN, open,
                        IssueState.RESOLVED, EnumSet.of(IssueAction.REOPEN, IssueAction.CLOSE),
                        IssueState.CLOSED, EnumSet.noneOf(IssueAction.class)));
    }

    private static Issue resolved() {
        var issue = withOneDone();
        issue.resolve(OWNER, "Done", NOON);
        return issue;
    }

    private static Issue withOneDone() {
        var issue = raised();
        issue.addAction(OWNER, "Clean the data", "dave", null, NOON);
        issue.finishAction(DOER, 1, "Clean", NOON);
        return issue;
    }

    private static Issue raised() {
        var issue = issue(SomeProject.led());
        issue.raise(LEAD, NOON);
        return issue;
    }

    private static Issue issue(Project project) {
        return new Issue(project, LEAD, new IssueText("The data is bad", null, "olga", null, null), null, 2026, NOON);
    }
}
