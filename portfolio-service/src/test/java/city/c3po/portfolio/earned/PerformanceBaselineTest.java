package city.c3po.portfolio.earned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.platform.rule.RuleViolation;
import city.c3po.platform.time.CityCalendar;
import city.c3po.portfolio.earned.Technique.FiftyFifty;
import city.c3po.portfolio.earned.Technique.LevelOfEffort;
import city.c3po.portfolio.earned.Technique.PercentComplete;
import city.c3po.portfolio.earned.Technique.Step;
import city.c3po.portfolio.earned.Technique.WeightedMilestones;
import city.c3po.portfolio.earned.Technique.ZeroHundred;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PerformanceBaselineTest {
    private static final CityCalendar CITY =
            new CityCalendar(ZoneId.of("America/Los_Angeles"), Set.of(LocalDate.parse("2026-09-07")));
    private static final LocalDate FIRST = LocalDate.parse("2026-09-01");
    private static final LocalDate LAST = LocalDate.parse("2026-09-14");
    private static final LocalDate MIDDLE = LocalDate.parse("2026-09-04");

    private static final Technique STEPS = new WeightedMilestones(List.of(
            new Step("draft", new BigDecimal("30"), FIRST.plusDays(2)), new Step("final", new BigDecimal("70"), LAST)));

    static Stream<Arguments> planned() {
        // nine working days from the 1st to the 14th, four of them by the 4th
        return Stream.of(
                Arguments.of(new ZeroHundred(), "0.00"),
                Arguments.of(new FiftyFifty(), "500.00"),
                Arguments.of(STEPS, "300.00"),
                Arguments.of(new PercentComplete(), "444.44"),
                Arguments.of(new LevelOfEffort(), "444.44"));
    }

    @ParameterizedTest
    @MethodSource("planned")
    void value_is_planned_by_the_technique(Technique technique, BigDecimal value) {
        var baseline = baseline(technique);

        assertEquals(value, baseline.plannedValue(MIDDLE));
        assertEquals(new BigDecimal("0.00"), baseline.plannedValue(FIRST.minusDays(1)));
        assertEquals(new BigDecimal("0.00"), baseline.plannedValue(LocalDate.MIN));
        assertEquals(new BigDecimal("1000.00"), baseline.plannedValue(LAST));
    }

    static Stream<Arguments> earned() {
        return Stream.of(
                Arguments.of(new ZeroHundred(), done(FIRST, null, null), "0.00"),
                Arguments.of(new ZeroHundred(), done(FIRST, MIDDLE, null), "1000.00"),
                Arguments.of(new FiftyFifty(), done(null, null, null), "0.00"),
                Arguments.of(new FiftyFifty(), done(MIDDLE, null, null), "500.00"),
                Arguments.of(new FiftyFifty(), done(FIRST, MIDDLE, null), "1000.00"),
                Arguments.of(STEPS, done(FIRST, null, null, "final"), "700.00"),
                Arguments.of(new PercentComplete(), done(FIRST, null, "33.333"), "333.33"),
                Arguments.of(new PercentComplete(), done(FIRST, MIDDLE, "33.333"), "1000.00"),
                Arguments.of(new LevelOfEffort(), done(null, null, null), "444.44"));
    }

    @ParameterizedTest
    @MethodSource("earned")
    void value_is_earned_by_the_same_technique(Technique technique, Achievement achievement, BigDecimal value) {
        assertEquals(value, baseline(technique).earnedValue(MIDDLE, List.of(achievement)));
    }

    @Test
    void what_nobody_reports_on_earns_nothing_but_for_a_level_of_effort() {
        var baseline = PerformanceBaseline.of(
                List.of(
                        new WorkPackage("a", new BigDecimal("1000"), new PercentComplete(), FIRST, LAST),
                        new WorkPackage("b", new BigDecimal("90"), new LevelOfEffort(), FIRST, LAST)),
                CITY);

        assertEquals(new BigDecimal("40.00"), baseline.earnedValue(MIDDLE, List.of()));
        assertEquals(new BigDecimal("1090.00"), baseline.budget());
    }

    @Test
    void planned_value_never_sinks() {
        for (var technique : List.of(new ZeroHundred(), new FiftyFifty(), STEPS, new PercentComplete())) {
            var baseline = baseline(technique);
            for (var day = FIRST; day.isBefore(LAST.plusDays(3)); day = day.plusDays(1)) {
                assertTrue(baseline.plannedValue(day).compareTo(baseline.plannedValue(day.minusDays(1))) >= 0);
            }
        }
    }

    static Stream<Arguments> wrongAchievements() {
        return Stream.of(
                Arguments.of("/achievements/0/activity unknown", new Achievement("x", null, null, null, Set.of())),
                Arguments.of("/achievements/0/percent outside", done(FIRST, null, "100.01")),
                Arguments.of("/achievements/0/percent outside", done(FIRST, null, "-1")),
                Arguments.of("/achievements/0/started missing", done(null, null, "10")),
                Arguments.of("/achievements/0/started too-late", done(LAST, null, null)),
                Arguments.of("/achievements/0/finished too-late", done(FIRST, LAST, null)),
                Arguments.of("/achievements/0/started missing", done(null, MIDDLE, null)),
                Arguments.of("/achievements/0/finished before-start", done(MIDDLE, FIRST, null)),
                Arguments.of("/achievements/0/steps unknown", done(FIRST, null, null, "other")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongAchievements")
    void an_achievement_that_cannot_be_is_refused(String fault, Achievement achievement) {
        var refusal =
                assertThrows(RuleViolation.class, () -> baseline(STEPS).earnedValue(MIDDLE, List.of(achievement)));

        assertEquals(EarnedRule.SOUND_ACHIEVEMENTS, refusal.rule());
        assertEquals(
                List.of(fault),
                refusal.faults().stream()
                        .map(one -> one.pointer() + " " + one.code())
                        .toList());
    }

    @Test
    void an_achievement_is_told_once() {
        var twice = List.of(done(FIRST, null, null), done(FIRST, null, null));

        var refusal = assertThrows(RuleViolation.class, () -> baseline(STEPS).earnedValue(MIDDLE, twice));

        assertEquals("/achievements/1/activity", refusal.faults().getFirst().pointer());
    }

    static Stream<Arguments> wrongPackages() {
        var good = new WorkPackage("a", BigDecimal.TEN, new ZeroHundred(), FIRST, LAST);
        return Stream.of(
                Arguments.of(" empty", List.of()),
                Arguments.of("/1/id twice", List.of(good, good)),
                Arguments.of("/0/budget negative", List.of(of("-1", new ZeroHundred(), FIRST, LAST))),
                Arguments.of("/0/budget too-fine", List.of(of("1.001", new ZeroHundred(), FIRST, LAST))),
                Arguments.of("/0/start too-far", List.of(of("1", new ZeroHundred(), FIRST, LocalDate.MAX))),
                Arguments.of("/0/finish before-start", List.of(of("1", new ZeroHundred(), LAST, FIRST))),
                Arguments.of("/0/technique/steps not-100", List.of(of("1", weighted("99", LAST), FIRST, LAST))),
                Arguments.of(
                        "/0/technique/steps/0/planned outside",
                        List.of(of("1", weighted("100", LAST.plusDays(1)), FIRST, LAST))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongPackages")
    void a_baseline_that_does_not_fit_together_is_refused(String fault, List<WorkPackage> packages) {
        var refusal = assertThrows(RuleViolation.class, () -> PerformanceBaseline.of(packages, CITY));

        assertEquals(EarnedRule.SOUND_BASELINE, refusal.rule());
        assertEquals(
                List.of(fault),
                refusal.faults().stream()
                        .map(one -> one.pointer() + " " + one.code())
                        .toList());
    }

    private static PerformanceBaseline baseline(Technique technique) {
        return PerformanceBaseline.of(List.of(of("1000", technique, FIRST, LAST)), CITY);
    }

    private static WorkPackage of(String budget, Technique technique, LocalDate start, LocalDate finish) {
        return new WorkPackage("a", new BigDecimal(budget), technique, start, finish);
    }

    private static Technique weighted(String weight, LocalDate planned) {
        return new WeightedMilestones(List.of(new Step("only", new BigDecimal(weight), planned)));
    }

    private static Achievement done(
            @Nullable LocalDate started, @Nullable LocalDate finished, @Nullable String percent, String... steps) {
        return new Achievement("a", started, finished, percent == null ? null : new BigDecimal(percent), Set.of(steps));
    }
}
