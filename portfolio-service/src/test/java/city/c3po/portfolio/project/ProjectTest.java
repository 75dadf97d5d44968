package city.c3po.portfolio.project;

import static city.c3po.platform.rule.Convention.ILLEGAL_MOVE;
import static city.c3po.portfolio.Actors.LIBRARIAN;
import static city.c3po.portfolio.Actors.OFFICE;
import static city.c3po.portfolio.Actors.OFFICE_2;
import static city.c3po.portfolio.Actors.SUBMITTER;
import static city.c3po.portfolio.Breaking.assertBreaks;
import static city.c3po.portfolio.project.GateVerdict.Opinion.GO;
import static city.c3po.portfolio.project.GateVerdict.Opinion.GO_ON_CONDITION;
import static city.c3po.portfolio.project.GateVerdict.Opinion.HOLD;
import static city.c3po.portfolio.project.GateVerdict.Opinion.TERMINATE;
import static city.c3po.portfolio.project.ProjectAction.CLOSE;
import static city.c3po.portfolio.project.ProjectAction.START_CLOSING;
import static city.c3po.portfolio.project.ProjectAction.START_EXECUTION;
import static city.c3po.portfolio.project.ProjectAction.START_PLANNING;
import static city.c3po.portfolio.project.ProjectAction.START_PROCUREMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Event;
import city.c3po.platform.value.Money;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.Actors;
import city.c3po.portfolio.program.Membership;
import city.c3po.portfolio.program.ProgramRule;
import city.c3po.portfolio.reference.WorkKind;
import city.c3po.portfolio.triage.Answer;
import city.c3po.portfolio.triage.Criterion;
import city.c3po.portfolio.triage.Finding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectTest {
    private static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Actor LEAD = Actors.person("lea", Set.of(Roles.SIGNATORY), Set.of());
    private static final Actor HEAD = Actors.person("dana", Set.of(Roles.SIGNATORY), Set.of());
    private static final Actor CIO = Actors.person("carla", Set.of(Roles.SIGNATORY), Set.of());
    private static final Actor CFO = Actors.person("fiona", Set.of(Roles.SIGNATORY), Set.of());
    private static final GateApprovers HEAD_ALONE = approvers(GateApprovers.Mode.ALL, null, "dana");

    @Test
    void no_charter_no_planning() {
        var project = project();
        assertBreaks(ProjectRule.CHARTER_COMMITTED, () -> project.move(LEAD, START_PLANNING, DAY, NOON));
        project.nameApprovers(OFFICE, GateName.G1, HEAD_ALONE, NOON);
        project.submitGate(LEAD, GateName.G1, NOON);
        var refused = assertBreaks(ProjectRule.CRITERIA_MET, () -> judge(project, HEAD, GO, null, null));
        assertEquals(List.of("charter-committed"), refused.facts().get("unmet"));
        assertBreaks(
                ProjectRule.MANDATORY_CRITERIA_MET,
                () -> judge(project, HEAD, GO_ON_CONDITION, "Sign it", DAY.plusDays(9)));
        commit(project);
        judge(project, HEAD, GO, null, null);
        assertEquals(types("moved"), types(project.move(LEAD, START_PLANNING, DAY, NOON)));
        assertEquals(ProjectState.PLANNING, project.projectState());
    }

    @Test
    void a_committed_charter_alone_opens_no_gate() {
        var project = project();
        commit(project);
        assertBreaks(ProjectRule.GATE_OPEN, () -> project.move(LEAD, START_PLANNING, DAY, NOON));
    }

    @Test
    void what_the_charter_says_nobody_says_by_hand() {
        var project = project();
        assertBreaks(
                ProjectRule.CHARTER_SAYS_IT,
                () -> project.meetCriterion(OFFICE, GateName.G1, Gates.COMMITTED, "I saw it", NOON));
        assertBreaks(
                ProjectRule.SUITE_ONLY, () -> project.hearCharter(OFFICE, GateName.G1, Gates.COMMITTED, "CHA-1", NOON));
    }

    @Test
    void a_charter_that_is_heard_again_is_no_change_and_one_that_is_cancelled_takes_its_word_back() {
        var project = project();
        commit(project);
        assertEquals(List.of(), commit(project));
        assertEquals(List.of(), project.loseCharter(Projects.SUITE, "CHA-2026-0007", NOON));
        assertEquals(types("criterionReopened"), types(project.loseCharter(Projects.SUITE, "CHA-2026-0001", NOON)));
        assertBreaks(ProjectRule.CHARTER_COMMITTED, () -> project.move(LEAD, START_PLANNING, DAY, NOON));
    }

    @Test
    void in_house_work_skips_procurement_by_a_recorded_decision_only() {
        var project = in(ProjectState.PLANNING);
        open(project, GateName.G3);
        assertBreaks(ProjectRule.MADE_IN_HOUSE, () -> project.move(LEAD, START_EXECUTION, DAY, NOON));
        project.decideInHouse(LEAD, "We have the people", NOON);
        assertBreaks(ProjectRule.IN_HOUSE_ONCE, () -> project.decideInHouse(LEAD, "Twice", NOON));
        project.move(LEAD, START_EXECUTION, DAY, NOON);
        assertEquals(ProjectState.EXECUTING, project.projectState());
    }

    @Test
    void nothing_is_procured_before_the_approach_is_said() {
        var project = in(ProjectState.PLANNING);
        open(project, GateName.G2);
        assertBreaks(ProjectRule.APPROACH_DECIDED, () -> project.move(LEAD, START_PROCUREMENT, DAY, NOON));
        project.edit(OFFICE, plan(Approach.AGILE, null), LocalDate.of(2026, 7, 1), NOON);
        project.move(LEAD, START_PROCUREMENT, DAY, NOON);
        assertEquals(ProjectState.PROCURING, project.projectState());
    }

    @Test
    void it_does_not_close_unless_the_charter_is_accepted() {
        var project = in(ProjectState.CLOSING);
        assertBreaks(ProjectRule.CHARTER_ACCEPTED, () -> project.move(LEAD, CLOSE, DAY, NOON));
        project.hearCharter(Projects.SUITE, GateName.G5, Gates.ACCEPTED, "CHA-2026-0001", NOON);
        assertBreaks(ProjectRule.GATE_OPEN, () -> project.move(LEAD, CLOSE, DAY, NOON));
        open(project, GateName.G5);
        project.move(LEAD, CLOSE, DAY, NOON);
        assertEquals(ProjectState.CLOSED, project.projectState());
        // benefits outlive it
        open(project, GateName.G6);
    }

    @Test
    void a_held_project_returns_to_where_it_was() {
        var project = in(ProjectState.EXECUTING);
        project.hold(LEAD, "The budget is frozen", NOON);
        assertEquals(ProjectState.EXECUTING, project.heldFrom());
        assertBreaks(ILLEGAL_MOVE, () -> project.move(LEAD, START_CLOSING, DAY, NOON));
        assertBreaks(ILLEGAL_MOVE, () -> project.hold(LEAD, "Again", NOON));
        project.resume(LEAD, "It is not any more", NOON);
        assertEquals(ProjectState.EXECUTING, project.projectState());
        assertNull(project.heldFrom());
    }

    @Test
    void a_cancelled_project_does_not_come_back() {
        var project = in(ProjectState.PLANNING);
        project.cancel(OFFICE, "Nobody wants it", NOON);
        assertEquals(Set.of(), project.allowedActions(OFFICE));
        assertBreaks(ILLEGAL_MOVE, () -> project.resume(OFFICE, "We do", NOON));
        assertEquals(List.of(), commit(project));
    }

    @Test
    void all_of_them_or_n_of_m_agree() {
        var all = reviewed(approvers(GateApprovers.Mode.ALL, null, "dana", "carla", "fiona"));
        assertEquals(types("gateJudged"), types(judge(all, HEAD, GO, null, null)));
        assertEquals(types("gateJudged"), types(judge(all, CIO, GO, null, null)));
        assertEquals(types("gateJudged", "gateDecided"), types(judge(all, CFO, GO, null, null)));

        var two = reviewed(approvers(GateApprovers.Mode.N_OF_M, 2, "dana", "carla", "fiona"));
        judge(two, HEAD, HOLD, "Not yet", null);
        judge(two, CIO, GO, null, null);
        judge(two, CFO, GO, null, null);
        assertEquals(GateState.OPEN, two.gates().get(GateName.G4).state());
    }

    @Test
    void a_gate_is_held_as_soon_as_enough_no_longer_can_agree() {
        var project = reviewed(approvers(GateApprovers.Mode.N_OF_M, 2, "dana", "carla", "fiona"));
        judge(project, HEAD, HOLD, "No training", null);
        judge(project, CIO, HOLD, "No support", null);
        assertEquals(GateState.HELD, project.gates().get(GateName.G4).state());
        assertBreaks(ProjectRule.GATE_OPEN, () -> project.move(LEAD, START_CLOSING, DAY, NOON));
        project.submitGate(LEAD, GateName.G4, NOON);
        assertEquals(2, project.gates().get(GateName.G4).round());
    }

    @Test
    void a_terminated_gate_is_for_good() {
        var project = reviewed(HEAD_ALONE);
        judge(project, HEAD, TERMINATE, "It will never work", null);
        assertEquals(GateState.TERMINATED, project.gates().get(GateName.G4).state());
        assertBreaks(ProjectRule.GATE_GOES_ON, () -> project.submitGate(LEAD, GateName.G4, NOON));
        assertBreaks(ProjectRule.GATE_OPEN, () -> project.move(LEAD, START_CLOSING, DAY, NOON));
    }

    @Test
    void a_condition_opens_the_gate_until_its_day_and_overdue_closes_it_again() {
        var project = reviewed(HEAD_ALONE);
        var due = DAY.plusDays(10);
        assertBreaks(ProjectRule.CONDITION_SAID, () -> judge(project, HEAD, GO_ON_CONDITION, "Train them", null));
        assertBreaks(ProjectRule.CONDITION_SAID, () -> judge(project, HEAD, GO_ON_CONDITION, "Train them", DAY));
        judge(project, HEAD, GO_ON_CONDITION, "Train them", due);
        assertEquals(GateState.CONDITIONAL, project.gates().get(GateName.G4).state());
        assertEquals(List.of(), project.closeOverdueGates(Projects.SUITE, due, NOON));
        // a move looks at the day itself
        assertBreaks(ProjectRule.GATE_OPEN, () -> project.move(LEAD, START_CLOSING, due.plusDays(1), NOON));
        assertEquals(types("gateClosed"), types(project.closeOverdueGates(Projects.SUITE, due.plusDays(1), NOON)));
        assertEquals(List.of(), project.closeOverdueGates(Projects.SUITE, due.plusDays(1), NOON));
        assertEquals(GateState.CLOSED, project.gates().get(GateName.G4).state());
    }

    @Test
    void a_condition_that_is_met_opens_the_gate_for_good() {
        var project = reviewed(HEAD_ALONE);
        judge(project, HEAD, GO_ON_CONDITION, "Train them", DAY.plusDays(10));
        project.move(LEAD, START_CLOSING, DAY.plusDays(10), NOON);
        var events = project.meetCriterion(LEAD, GateName.G4, "condition-1-1", "Course list", NOON);
        assertEquals(types("criterionMet", "gateDecided"), types(events));
        assertEquals(GateState.OPEN, project.gates().get(GateName.G4).state());
    }

    @Test
    void nobody_judges_what_they_submitted_wrote_or_gave_evidence_for() {
        var project = project();
        commit(project);
        project.nameApprovers(
                OFFICE, GateName.G1, approvers(GateApprovers.Mode.ALL, null, "lea", "paul", "ada", "dana"), NOON);
        project.submitGate(LEAD, GateName.G1, NOON);
        for (var own : List.of(LEAD, SUBMITTER)) {
            assertBreaks(ProjectRule.JUDGES_NOT_THE_OWN_WORK, () -> judge(project, GateName.G1, own, GO, null, null));
        }
        assertBreaks(ProjectRule.NAMED_APPROVER, () -> judge(project, GateName.G1, CIO, GO, null, null));
        judge(project, GateName.G1, HEAD, GO, null, null);
        assertBreaks(ProjectRule.JUDGED_ONCE, () -> judge(project, GateName.G1, HEAD, GO, null, null));

        var later = in(ProjectState.EXECUTING);
        later.nameApprovers(OFFICE, GateName.G4, approvers(GateApprovers.Mode.ALL, null, "pia"), NOON);
        later.meetCriterion(OFFICE_2, GateName.G4, "go-live", "Test report", NOON);
        later.submitGate(LEAD, GateName.G4, NOON);
        assertBreaks(ProjectRule.JUDGES_NOT_THE_OWN_WORK, () -> judge(later, OFFICE_2, GO, null, null));
    }

    @Test
    void a_gate_names_its_approvers_before_it_is_reviewed() {
        var project = project();
        assertBreaks(ProjectRule.APPROVERS_NAMED, () -> project.submitGate(LEAD, GateName.G1, NOON));
        for (var unsound : List.of(
                approvers(GateApprovers.Mode.N_OF_M, 3, "dana", "carla"),
                approvers(GateApprovers.Mode.N_OF_M, null, "dana"),
                approvers(GateApprovers.Mode.ALL, null, "dana", "dana"))) {
            assertBreaks(ProjectRule.ENOUGH_APPROVERS, () -> project.nameApprovers(OFFICE, GateName.G1, unsound, NOON));
        }
        project.nameApprovers(OFFICE, GateName.G1, HEAD_ALONE, NOON);
        project.submitGate(LEAD, GateName.G1, NOON);
        assertBreaks(
                ProjectRule.GATE_NOT_IN_REVIEW, () -> project.nameApprovers(OFFICE, GateName.G1, HEAD_ALONE, NOON));
        assertBreaks(ProjectRule.GATE_TO_REVIEW, () -> project.submitGate(LEAD, GateName.G1, NOON));
    }

    @Test
    void the_boards_conditions_are_mandatory_criteria() {
        var origin = new Origin(
                new Reference("initiative", UUID.randomUUID().toString(), "INI-2026-0001", "/v1/initiatives/i"),
                1,
                List.of(new BoardCondition("A privacy impact assessment is done.", GateName.G4)),
                List.of("ada"));
        var project = new Project(OFFICE, plan(null, null), Tier.MAJOR, origin, null, 2026, NOON);
        project.create(OFFICE, "lea", NOON);
        assertEquals(List.of("board-1"), project.gates().get(GateName.G4).unmetMandatory());
    }

    @Test
    void a_forecast_across_the_line_holds_back_the_next_gate_until_a_second_person_answers() {
        var project = new Project(OFFICE, plan(null, null), Tier.LITE, null, null, 2026, NOON);
        project.create(OFFICE, "paul", NOON);
        commit(project);
        project.nameApprovers(OFFICE_2, GateName.G1, HEAD_ALONE, NOON);
        var crossed = List.of(new Finding(Criterion.COST, Answer.TRUE, "It costs more.", List.of(), List.of()));
        var events = project.forecast(OFFICE, expecting("500000.01"), crossed, NOON);
        assertEquals(types("forecasted", "reclassified"), types(events));
        assertBreaks(ProjectRule.RECLASSIFICATION_ANSWERED, () -> project.submitGate(OFFICE, GateName.G1, NOON));
        assertBreaks(ProjectRule.RECLASSIFICATION_ANSWERED, () -> project.move(OFFICE, START_PLANNING, DAY, NOON));
        assertBreaks(
                ProjectRule.SECOND_PERSON_ANSWERS, () -> project.answerReclassification(OFFICE, false, "No", NOON));
        project.answerReclassification(OFFICE_2, true, "The offers are higher", NOON);
        assertEquals(Tier.STANDARD, project.tier());
        project.submitGate(OFFICE, GateName.G1, NOON);
        assertEquals(types("forecasted"), types(project.forecast(OFFICE, expecting("600000.00"), crossed, NOON)));
    }

    @Test
    void a_reclassification_that_was_answered_with_no_is_not_raised_again() {
        var project = new Project(OFFICE, plan(null, null), Tier.LITE, null, null, 2026, NOON);
        project.create(OFFICE, "paul", NOON);
        var crossed = List.of(new Finding(Criterion.COST, Answer.TRUE, "It costs more.", List.of(), List.of()));
        project.forecast(OFFICE, expecting("500000.01"), crossed, NOON);
        project.answerReclassification(OFFICE_2, false, "A typing error", NOON);
        assertEquals(Tier.LITE, project.tier());
        assertEquals(types("forecasted"), types(project.forecast(OFFICE, expecting("500000.02"), crossed, NOON)));
        assertBreaks(
                ProjectRule.NOTHING_TO_ANSWER, () -> project.answerReclassification(OFFICE_2, true, "Again", NOON));
    }

    @Test
    void only_the_ppm_forecasts_and_in_the_projects_currency() {
        var project = project();
        assertBreaks(ProjectRule.PPM_ONLY, () -> project.forecast(OFFICE, expecting("1.00"), List.of(), NOON));
        assertBreaks(
                ProjectRule.SAME_CURRENCY,
                () -> project.forecast(
                        LEAD, new Forecast(new Money(BigDecimal.ONE, "EUR"), DAY, DAY), List.of(), NOON));
        assertBreaks(ProjectRule.MONEY_NOT_NEGATIVE, () -> project.forecast(LEAD, expecting("-0.01"), List.of(), NOON));
    }

    @Test
    void sponsor_and_ppm_are_two_persons() {
        var project = new Project(OFFICE, plan(null, "simone"), Tier.MAJOR, null, null, 2026, NOON);
        assertBreaks(ProjectRule.PPM_IS_NOT_SPONSOR, () -> project.create(OFFICE, "simone", NOON));
        project.create(OFFICE, "lea", NOON);
        assertBreaks(ProjectRule.PPM_IS_NOT_SPONSOR, () -> project.assignPpm(OFFICE, "simone", NOON));
        assertBreaks(
                ProjectRule.PPM_IS_NOT_SPONSOR,
                () -> project.edit(OFFICE, plan(null, "lea"), LocalDate.of(2026, 7, 1), NOON));
    }

    @Test
    void strangers_do_nothing() {
        var project = project();
        assertEquals(Set.of(), project.allowedActions(LIBRARIAN));
        assertBreaks(ProjectRule.PPM_OR_OFFICE, () -> project.hold(LIBRARIAN, "Why not", NOON));
        assertBreaks(ProjectRule.PORTFOLIO_OFFICE_ONLY, () -> project.cancel(LEAD, "Why not", NOON));
        assertBreaks(ProjectRule.SUITE_ONLY, () -> project.closeOverdueGates(OFFICE, DAY, NOON));
    }

    @Test
    void memberships_follow_each_other_and_never_overlap() {
        var one = new Reference("program", "1", "PRG-2026-0001", "/v1/programs/1");
        var other = new Reference("program", "2", "PRG-2026-0002", "/v1/programs/2");
        var project = project();
        project.place(OFFICE, one, DAY, NOON);
        assertBreaks(ProgramRule.PLACED_ELSEWHERE, () -> project.place(OFFICE, one, DAY.plusDays(1), NOON));
        project.place(OFFICE, other, DAY.plusDays(5), NOON);
        assertEquals(
                List.of(new Membership(one, DAY, DAY.plusDays(4)), new Membership(other, DAY.plusDays(5), null)),
                project.memberships());
        assertBreaks(ProgramRule.PLACED_IN_ORDER, () -> project.place(OFFICE, one, DAY.plusDays(4), NOON));
        project.place(OFFICE, null, DAY.plusDays(5), NOON);
        assertEquals(List.of(new Membership(one, DAY, DAY.plusDays(4))), project.memberships());
        assertBreaks(ProgramRule.PLACED_IN_ORDER, () -> project.place(OFFICE, other, DAY.plusDays(4), NOON));
    }

    private static Project project() {
        // as if it came of an initiative that ada wrote
        var origin = new Origin(
                new Reference("initiative", UUID.randomUUID().toString(), "INI-2026-0001", "/v1/initiatives/i"),
                1,
                List.of(),
                List.of("ada"));
        var converted = new Project(OFFICE, plan(null, null), Tier.STANDARD, origin, null, 2026, NOON);
        converted.create(OFFICE, "lea", NOON);
        return converted;
    }

    private static Project in(ProjectState state) {
        var project = project();
        commit(project);
        open(project, GateName.G1);
        project.move(LEAD, START_PLANNING, DAY, NOON);
        if (state == ProjectState.PLANNING) {
            return project;
        }
        open(project, GateName.G3);
        project.decideInHouse(LEAD, "We have the people", NOON);
        project.move(LEAD, START_EXECUTION, DAY, NOON);
        if (state == ProjectState.EXECUTING) {
            return project;
        }
        open(project, GateName.G4);
        project.move(LEAD, START_CLOSING, DAY, NOON);
        assertEquals(state, project.projectState());
        return project;
    }

    /** G4 of an executing project, its criterion met, in review. */
    private static Project reviewed(GateApprovers approvers) {
        var project = in(ProjectState.EXECUTING);
        project.nameApprovers(OFFICE, GateName.G4, approvers, NOON);
        project.meetCriterion(LEAD, GateName.G4, "go-live", "Test report", NOON);
        project.submitGate(LEAD, GateName.G4, NOON);
        return project;
    }

    private static void open(Project project, GateName gate) {
        project.nameApprovers(OFFICE, gate, HEAD_ALONE, NOON);
        for (var code : project.gates().get(gate).unmet()) {
            project.meetCriterion(LEAD, gate, code, "On record", NOON);
        }
        project.submitGate(LEAD, gate, NOON);
        judge(project, gate, HEAD, GO, null, null);
    }

    private static List<ProjectEvent> commit(Project project) {
        return project.hearCharter(Projects.SUITE, GateName.G1, Gates.COMMITTED, "CHA-2026-0001", NOON);
    }

    private static List<ProjectEvent> judge(
            Project project, Actor by, GateVerdict.Opinion opinion, @Nullable String comment, @Nullable LocalDate due) {
        var gate = project.gates().get(GateName.G4).state() == GateState.IN_REVIEW ? GateName.G4 : GateName.G1;
        return judge(project, gate, by, opinion, comment, due);
    }

    private static List<ProjectEvent> judge(
            Project project,
            GateName gate,
            Actor by,
            GateVerdict.Opinion opinion,
            @Nullable String comment,
            @Nullable LocalDate due) {
        return project.judgeGate(by, gate, new GateVerdict(by.sub(), opinion, comment, due, NOON), DAY);
    }

    private static GateApprovers approvers(GateApprovers.Mode mode, @Nullable Integer needed, String... people) {
        return new GateApprovers(mode, needed, List.of(people));
    }

    private static Forecast expecting(String cost) {
        return new Forecast(Money.of(cost), DAY.plusMonths(6), DAY);
    }

    private static ProjectPlan plan(@Nullable Approach approach, @Nullable String sponsor) {
        return new ProjectPlan(
                "Website Recovery Project",
                null,
                WorkKind.WEBSITE,
                approach,
                null,
                "DEP-PW",
                List.of(),
                sponsor,
                DAY,
                DAY.plusMonths(6),
                Money.of("100000.00"),
                List.of(),
                null);
    }

    private static List<String> types(String... facts) {
        return Stream.of(facts).map(fact -> "city.c3po.project." + fact + ".v1").toList();
    }

    private static List<String> types(List<ProjectEvent> events) {
        return events.stream().map(Event::type).toList();
    }
}
