package city.c3po.portfolio.schedule.network;

import static city.c3po.portfolio.schedule.network.Activity.effort;
import static city.c3po.portfolio.schedule.network.Activity.milestone;
import static city.c3po.portfolio.schedule.network.Activity.task;
import static city.c3po.portfolio.schedule.network.Link.ff;
import static city.c3po.portfolio.schedule.network.Link.fs;
import static city.c3po.portfolio.schedule.network.Link.ss;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.c3po.platform.rule.RuleViolation;
import city.c3po.portfolio.schedule.network.Constraint.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTest {
    private static final LocalDate START = LocalDate.parse("2026-09-07");

    @Test
    void a_cycle_is_refused_with_its_path() {
        var activities = List.of(task("a", 1), task("b", 1), task("c", 1), task("d", 1));
        var links = List.of(fs("a", "b"), ss("b", "c", 0), ff("c", "d", 0), fs("d", "b"));

        var refusal = assertThrows(RuleViolation.class, () -> Network.of(START, activities, links));

        assertEquals(NetworkRule.SCHEDULE_WITHOUT_CYCLE, refusal.rule());
        assertEquals(Map.of("cycle", List.of("b", "c", "d", "b")), refusal.facts());
    }

    @Test
    void an_activity_that_waits_for_itself_is_a_cycle_of_one() {
        var refusal = assertThrows(
                RuleViolation.class, () -> Network.of(START, List.of(task("a", 1)), List.of(fs("a", "a"))));

        assertEquals(Map.of("cycle", List.of("a", "a")), refusal.facts());
    }

    @Test
    void a_cycle_of_twenty_thousand_activities_is_found() {
        var activities =
                IntStream.range(0, 20_000).mapToObj(i -> task("t" + i, 1)).toList();
        var links = IntStream.range(0, 20_000)
                .mapToObj(i -> fs("t" + i, "t" + (i + 1) % 20_000))
                .toList();

        var refusal = assertThrows(RuleViolation.class, () -> Network.of(START, activities, links));

        assertEquals(20_001, ((List<?>) refusal.facts().get("cycle")).size());
    }

    @Test
    void a_start_that_no_project_has_is_refused() {
        for (var start : List.of(LocalDate.MAX, LocalDate.MIN, LocalDate.parse("1899-12-31"))) {
            var refusal = assertThrows(RuleViolation.class, () -> Network.of(start, List.of(task("a", 1)), List.of()));
            assertEquals("/start", refusal.faults().getFirst().pointer());
        }
    }

    static Stream<Arguments> unsound() {
        var a = task("a", 1);
        var b = task("b", 1);
        var none = List.<Link>of();
        return Stream.of(
                Arguments.of("/activities empty", List.of(), none),
                Arguments.of("/activities/0/id blank", List.of(task(" ", 1)), none),
                Arguments.of("/activities/1/id twice", List.of(a, task("a", 2)), none),
                Arguments.of("/activities/0/duration too-short", List.of(task("a", 0)), none),
                Arguments.of("/activities/0/duration too-short", List.of(task("a", -3)), none),
                Arguments.of("/activities/0/duration too-long", List.of(task("a", 10_001)), none),
                Arguments.of(
                        "/activities/0/duration not-zero",
                        List.of(new Activity("m", Activity.Kind.MILESTONE, 1, null, null, null, List.of())),
                        none),
                Arguments.of(
                        "/activities/0/duration negative",
                        List.of(new Activity("e", Activity.Kind.LEVEL_OF_EFFORT, -1, null, null, null, List.of())),
                        none),
                Arguments.of(
                        "/activities/0/actualStart missing",
                        List.of(new Activity("a", Activity.Kind.TASK, 1, null, START, null, List.of())),
                        none),
                Arguments.of(
                        "/activities/0/actualFinish before-start",
                        List.of(a.finished(START, START.minusDays(1))),
                        none),
                Arguments.of(
                        "/activities/0/actualFinish not-a-moment",
                        List.of(milestone("m").started(START, null)),
                        none),
                Arguments.of("/activities/0/actualStart too-far", List.of(a.started(LocalDate.MIN, null)), none),
                Arguments.of("/activities/0/remaining too-short", List.of(a.started(START, 0)), none),
                Arguments.of("/activities/0/remaining too-long", List.of(a.started(START, 10_001)), none),
                Arguments.of(
                        "/activities/0/remaining not-running",
                        List.of(new Activity("a", Activity.Kind.TASK, 1, null, null, 1, List.of())),
                        none),
                Arguments.of(
                        "/activities/0/constraints/0/date too-far",
                        List.of(a.with(new Constraint(Type.SNET, START.plusYears(100)))),
                        none),
                Arguments.of("/links/0/successor dangling", List.of(a, b), List.of(fs("a", "x"))),
                Arguments.of("/links/0/predecessor dangling", List.of(a, b), List.of(fs("x", "a"))),
                Arguments.of("/links/0/lag too-long", List.of(a, b), List.of(fs("a", "b", Integer.MIN_VALUE))),
                Arguments.of("/links/1 twice", List.of(a, b), List.of(fs("a", "b"), fs("a", "b", 3))),
                Arguments.of("/links/0/predecessor effort-drives", List.of(effort("e"), b), List.of(fs("e", "b"))),
                Arguments.of(
                        "/activities too-many",
                        IntStream.rangeClosed(0, 20_000)
                                .mapToObj(i -> task("t" + i, 1))
                                .toList(),
                        none));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsound")
    void what_does_not_fit_together_is_refused_and_pointed_at(
            String fault, List<Activity> activities, List<Link> links) {
        var refusal = assertThrows(RuleViolation.class, () -> Network.of(START, activities, links));

        assertEquals(NetworkRule.SOUND_NETWORK, refusal.rule());
        assertEquals(
                List.of(fault),
                refusal.faults().stream()
                        .map(one -> one.pointer() + " " + one.code())
                        .toList());
    }
}
