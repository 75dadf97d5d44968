package city.c3po.audit.recommendation;

import static city.c3po.audit.Breaking.assertBreaks;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActionPlanTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final ActionPlan EMPTY = new ActionPlan(List.of());

    @Test
    void progress_is_the_weight_done_and_never_full_before_it_is_verified() {
        var plan = planned(milestone("M1", 3), milestone("M2", 1, "M1"));
        assertEquals(0, plan.progress(false));
        plan = plan.done("M1", TODAY);
        assertEquals(75, plan.progress(false));
        plan = plan.done("M2", TODAY);
        assertEquals(99, plan.progress(false));
        assertEquals(100, plan.progress(true));
        assertEquals(0, EMPTY.progress(false));
    }

    @Test
    void planning_anew_keeps_what_is_done_and_what_was_first_planned() {
        var plan = planned(milestone("M1", 1)).done("M1", TODAY);
        var later = new PlannedMilestone("M1", "Later", null, 1, true, null, TODAY.plusDays(60), null);
        var kept = plan.with("A1", "Better", null, List.of(later), TODAY)
                .actions()
                .getFirst()
                .milestones()
                .getFirst();
        assertEquals(TODAY, kept.doneOn());
        assertEquals(TODAY.plusDays(30), kept.originalDue());
        assertEquals(TODAY.plusDays(60), kept.due());
    }

    @Test
    void a_milestone_waits_for_those_before_it() {
        var plan = planned(milestone("M1", 1), milestone("M2", 1, "M1"));
        assertBreaks(RecommendationRule.MILESTONES_BEFORE_DONE, () -> plan.done("M2", TODAY));
        assertBreaks(RecommendationRule.KNOWN_MILESTONE, () -> plan.done("M9", TODAY));
        var done = plan.done("M1", TODAY);
        assertBreaks(RecommendationRule.MILESTONE_OPEN, () -> done.done("M1", TODAY));
        assertEquals(List.of("M2"), done.mandatoryOpen());
    }

    @Test
    void dependencies_are_known_and_lead_in_no_circle() {
        assertBreaks(
                RecommendationRule.DEPENDENCIES_ACYCLIC,
                () -> planned(milestone("M1", 1, "M3"), milestone("M2", 1, "M1"), milestone("M3", 1, "M2")));
        assertBreaks(RecommendationRule.DEPENDENCIES_ACYCLIC, () -> planned(milestone("M1", 1, "M1")));
        assertBreaks(RecommendationRule.DEPENDENCIES_KNOWN, () -> planned(milestone("M1", 1, "M7")));
        assertBreaks(RecommendationRule.MILESTONE_KEY_ONCE, () -> planned(milestone("M1", 1), milestone("M1", 1)));
    }

    @Test
    void short_is_within_a_year_and_the_horizon_follows_from_the_date() {
        assertBreaks(
                RecommendationRule.SHORT_WITHIN_A_YEAR,
                () -> planned(
                        due("M1", Milestone.Horizon.SHORT, TODAY.plusMonths(12).plusDays(1))));
        var found = planned(
                        due("M1", null, TODAY.plusMonths(12)),
                        due("M2", null, TODAY.plusMonths(12).plusDays(1)))
                .actions()
                .getFirst()
                .milestones();
        assertEquals(
                List.of(Milestone.Horizon.SHORT, Milestone.Horizon.LONG),
                found.stream().map(Milestone::horizon).toList());
        assertBreaks(
                RecommendationRule.START_BEFORE_DUE,
                () -> planned(
                        new PlannedMilestone("M1", "Odd", null, 1, true, TODAY.plusDays(9), TODAY.plusDays(8), null)));
    }

    private static ActionPlan planned(PlannedMilestone... milestones) {
        return EMPTY.with("A1", "Write a policy", "anna", List.of(milestones), TODAY);
    }

    private static PlannedMilestone milestone(String key, int weight, String... before) {
        return new PlannedMilestone(key, key, null, weight, true, null, TODAY.plusDays(30), List.of(before));
    }

    private static PlannedMilestone due(String key, Milestone.@Nullable Horizon horizon, LocalDate due) {
        return new PlannedMilestone(key, key, horizon, 1, true, null, due, null);
    }
}
