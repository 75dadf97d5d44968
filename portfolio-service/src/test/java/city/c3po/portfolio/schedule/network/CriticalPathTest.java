package city.c3po.portfolio.schedule.network;

import static city.c3po.portfolio.schedule.network.Activity.effort;
import static city.c3po.portfolio.schedule.network.Activity.milestone;
import static city.c3po.portfolio.schedule.network.Activity.task;
import static city.c3po.portfolio.schedule.network.Link.ff;
import static city.c3po.portfolio.schedule.network.Link.fs;
import static city.c3po.portfolio.schedule.network.Link.sf;
import static city.c3po.portfolio.schedule.network.Link.ss;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.platform.rule.RuleViolation;
import city.c3po.platform.time.CityCalendar;
import city.c3po.portfolio.schedule.network.Constraint.Type;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CriticalPathTest {
    /** Monday; Wednesday the 9th is a holiday. */
    private static final LocalDate MONDAY = LocalDate.parse("2026-09-07");

    private static final CityCalendar CITY =
            new CityCalendar(ZoneId.of("America/Los_Angeles"), Set.of(LocalDate.parse("2026-09-09")));

    @Test
    void a_textbook_network_has_the_textbooks_dates_and_floats() {
        // Koll Business Center, in: Gray and Larson, Project Management: The Managerial Process, chapter 6
        var network = Network.of(
                MONDAY,
                List.of(
                        task("A application approval", 5),
                        task("B construction plans", 15),
                        task("C traffic study", 10),
                        task("D service availability", 5),
                        task("E staff report", 15),
                        task("F commission approval", 10),
                        task("G wait for construction", 170),
                        task("H occupancy", 35)),
                List.of(
                        fs("A application approval", "B construction plans"),
                        fs("A application approval", "C traffic study"),
                        fs("A application approval", "D service availability"),
                        fs("B construction plans", "E staff report"),
                        fs("C traffic study", "E staff report"),
                        fs("B construction plans", "F commission approval"),
                        fs("C traffic study", "F commission approval"),
                        fs("D service availability", "F commission approval"),
                        fs("F commission approval", "G wait for construction"),
                        fs("E staff report", "H occupancy"),
                        fs("G wait for construction", "H occupancy")));

        var path = CriticalPath.of(network, CITY, MONDAY);

        assertEquals(235, path.duration());
        assertEquals(
                List.of(0, 0, 5, 10, 165, 0, 0, 0),
                path.activities().stream().map(ActivityDates::totalFloat).toList());
        assertEquals(
                List.of(
                        "A application approval",
                        "B construction plans",
                        "F commission approval",
                        "G wait for construction",
                        "H occupancy"),
                path.drivingPath());
        var days = WorkDays.of(CITY, MONDAY);
        assertEquals(days.day(185), path.of("E staff report").lateStart());
        assertEquals(days.day(199), path.of("E staff report").lateFinish());
    }

    @Test
    void finish_dates_are_inclusive_and_days_off_do_not_count() {
        var path = plan(List.of(task("a", 2), task("b", 4)), fs("a", "b"));

        assertDates(path, "a", "2026-09-07", "2026-09-08");
        assertDates(path, "b", "2026-09-10", "2026-09-15");
        assertEquals(6, path.duration());
    }

    @Test
    void each_kind_of_link_holds_what_it_should_with_its_lag() {
        var a = task("a", 4); // 7, 8, 10, 11
        assertDates(plan(List.of(a, task("b", 2)), fs("a", "b", 1)), "b", "2026-09-15", "2026-09-16");
        assertDates(plan(List.of(a, task("b", 2)), fs("a", "b", -2)), "b", "2026-09-10", "2026-09-11");
        assertDates(plan(List.of(a, task("b", 2)), ss("a", "b", 1)), "b", "2026-09-08", "2026-09-10");
        assertDates(plan(List.of(a, task("b", 2)), ff("a", "b", 1)), "b", "2026-09-11", "2026-09-14");
        assertDates(plan(List.of(a, task("b", 2)), sf("a", "b", 3)), "b", "2026-09-08", "2026-09-10");
    }

    @Test
    void a_milestone_after_work_carries_the_date_of_the_works_last_day() {
        var path = plan(List.of(task("a", 2), milestone("done"), task("b", 1)), fs("a", "done"), fs("done", "b"));

        assertDates(path, "done", "2026-09-08", "2026-09-08");
        assertDates(path, "b", "2026-09-10", "2026-09-10");
    }

    @Test
    void a_milestone_before_work_carries_the_date_of_the_works_first_day() {
        var start = milestone("start").with(new Constraint(Type.SNET, LocalDate.parse("2026-09-09")));

        var path = plan(List.of(start, task("a", 1)), fs("start", "a"));

        assertDates(path, "start", "2026-09-10", "2026-09-10");
        assertDates(path, "a", "2026-09-10", "2026-09-10");
    }

    @Test
    void a_milestone_still_to_be_reached_is_not_dated_before_the_data_date() {
        var a = task("a", 2).finished(MONDAY, LocalDate.parse("2026-09-08"));
        var dataDate = LocalDate.parse("2026-09-14");

        var path = CriticalPath.of(
                Network.of(MONDAY, List.of(a, milestone("done")), List.of(fs("a", "done"))), CITY, dataDate);

        assertDates(path, "done", "2026-09-14", "2026-09-14");
    }

    @Test
    void remaining_work_waits_for_the_data_date_and_for_its_predecessors() {
        var dataDate = LocalDate.parse("2026-09-14");
        var a = task("a", 5).started(MONDAY, 3);
        var b = task("b", 6).started(LocalDate.parse("2026-09-10"), 2);

        var path = CriticalPath.of(Network.of(MONDAY, List.of(a, b), List.of(fs("a", "b"))), CITY, dataDate);

        assertDates(path, "a", "2026-09-07", "2026-09-16");
        assertDates(path, "b", "2026-09-10", "2026-09-18");
        assertEquals(LocalDate.parse("2026-09-17"), path.of("b").resumes());
        assertEquals(new Driver.DataDate(), path.of("a").finishDriver());
        assertEquals(new Driver.Actual(), path.of("b").startDriver());
        assertEquals(new Driver.ByLink(fs("a", "b")), path.of("b").finishDriver());
        assertEquals(0, path.of("a").totalFloat());
    }

    @Test
    void remaining_work_that_nobody_stated_is_what_the_duration_leaves_and_at_least_a_day() {
        var dataDate = LocalDate.parse("2026-09-14");
        var activities =
                List.of(task("short", 2).started(MONDAY, null), task("long", 10).started(MONDAY, null));

        var path = CriticalPath.of(Network.of(MONDAY, activities, List.of()), CITY, dataDate);

        assertDates(path, "short", "2026-09-07", "2026-09-14");
        assertDates(path, "long", "2026-09-07", "2026-09-21");
    }

    @Test
    void what_is_finished_has_no_float_and_is_not_critical() {
        var a = task("a", 1).finished(MONDAY, MONDAY);

        var path = CriticalPath.of(
                Network.of(MONDAY, List.of(a, task("b", 1)), List.of(fs("a", "b"))),
                CITY,
                LocalDate.parse("2026-09-08"));

        assertNull(path.of("a").totalFloat());
        assertNull(path.of("a").freeFloat());
        assertFalse(path.of("a").critical());
        assertTrue(path.of("b").critical());
    }

    @Test
    void logic_wins_over_a_must_start_on_and_negative_float_shows_the_conflict() {
        var b = task("b", 2).with(new Constraint(Type.MSO, LocalDate.parse("2026-09-08")));

        var path = plan(List.of(task("a", 3), b), fs("a", "b"));

        assertDates(path, "b", "2026-09-11", "2026-09-14");
        assertEquals(-2, path.of("b").totalFloat());
        assertEquals(-2, path.of("a").totalFloat());
        assertEquals(new Driver.ByLink(fs("a", "b")), path.of("b").startDriver());
        assertEquals(
                new Driver.ByConstraint(b.constraints().getFirst()),
                path.of("b").lateDriver());
    }

    @Test
    void a_missed_deadline_moves_nothing_and_is_told() {
        var a = task("a", 3).with(new Constraint(Type.DEADLINE, LocalDate.parse("2026-09-08")));

        var path = plan(List.of(a));

        assertDates(path, "a", "2026-09-07", "2026-09-10");
        assertTrue(path.of("a").deadlineMissed());
        assertEquals(-1, path.of("a").totalFloat());
    }

    @Test
    void no_late_finish_lies_after_the_projects_finish() {
        var path = plan(List.of(task("a", 2), task("b", 10)), ss("a", "b", 0));

        assertEquals(path.finish(), path.of("b").lateFinish());
        assertEquals(LocalDate.parse("2026-09-08"), path.of("a").lateFinish());
    }

    @Test
    void near_critical_work_is_critical_by_a_threshold() {
        var network = Network.of(MONDAY, List.of(task("a", 5), task("b", 3)), List.of());

        assertFalse(CriticalPath.of(network, CITY, MONDAY, 1).of("b").critical());
        assertTrue(CriticalPath.of(network, CITY, MONDAY, 2).of("b").critical());
    }

    @Test
    void a_level_of_effort_spans_what_it_serves_and_bears_on_nothing() {
        var activities = List.of(effort("office"), task("a", 2), task("b", 3), effort("all"), task("tail", 1));

        var path = plan(activities, fs("a", "b"), ss("a", "office", 0), ff("b", "office", 0), fs("b", "tail"));

        assertDates(path, "office", "2026-09-07", "2026-09-14");
        assertDates(path, "all", "2026-09-07", "2026-09-15");
        assertNull(path.of("office").totalFloat());
        assertFalse(path.of("all").critical());
        assertEquals(new Driver.ProjectFinish(), path.of("all").finishDriver());
        assertEquals(LocalDate.parse("2026-09-15"), path.finish());
    }

    @Test
    void the_first_link_given_is_named_when_several_drive() {
        var path = plan(List.of(task("a", 2), task("b", 2), task("c", 1)), fs("b", "c"), fs("a", "c"), ff("a", "c", 1));

        assertEquals(new Driver.ByLink(fs("b", "c")), path.of("c").startDriver());
        assertEquals(new Driver.ByLink(fs("b", "c")), path.of("b").lateDriver());
        assertEquals(new Driver.ProjectFinish(), path.of("c").lateDriver());
        assertEquals(new Driver.ProjectStart(), path.of("a").startDriver());
    }

    @Test
    void an_actual_date_after_the_data_date_is_refused() {
        var network = Network.of(MONDAY, List.of(task("a", 1).started(MONDAY.plusDays(2), null)), List.of());

        var refusal = assertThrows(RuleViolation.class, () -> CriticalPath.of(network, CITY, MONDAY.plusDays(1)));

        assertEquals(NetworkRule.ACTUALS_BY_DATA_DATE, refusal.rule());
        assertEquals("/activities/0/actualStart", refusal.faults().getFirst().pointer());
    }

    @Test
    void a_data_date_that_no_project_has_is_refused() {
        var network = Network.of(MONDAY, List.of(task("a", 1)), List.of());
        for (var date : List.of(LocalDate.MAX, LocalDate.MIN)) {
            var refusal = assertThrows(RuleViolation.class, () -> CriticalPath.of(network, CITY, date));
            assertEquals(NetworkRule.WITHIN_A_CENTURY, refusal.rule());
        }
    }

    @Test
    void a_schedule_that_never_ends_is_refused() {
        var activities = List.of(task("a", 10_000), task("b", 10_000), task("c", 10_000));
        var network = Network.of(MONDAY, activities, List.of(fs("a", "b"), fs("b", "c")));

        var refusal = assertThrows(RuleViolation.class, () -> CriticalPath.of(network, CITY, MONDAY));

        assertEquals(NetworkRule.WITHIN_A_CENTURY, refusal.rule());
    }

    private static CriticalPath plan(List<Activity> activities, Link... links) {
        return CriticalPath.of(Network.of(MONDAY, activities, List.of(links)), CITY, MONDAY);
    }

    private static void assertDates(CriticalPath path, String id, String start, String finish) {
        assertEquals(
                List.of(LocalDate.parse(start), LocalDate.parse(finish)),
                List.of(path.of(id).earlyStart(), path.of(id).earlyFinish()),
                id);
    }
}
