package city.c3po.portfolio.earned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.c3po.platform.rule.RuleViolation;
import city.c3po.portfolio.earned.Figure.Reason;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarnedScheduleTest {
    /**
     * The late finish project of W. Lipke, <em>Schedule is Different</em>, The Measurable News, March 2003: cumulative BCWS of
     * twelve months. BCWS and BCWP are his; the indices, told there in three places, are reckoned by hand from these two rows
     * with four places, each from exact quotients and rounded once.
     */
    private static final List<BigDecimal> LATE_FINISH =
            plan(105, 200, 515, 845, 1175, 1475, 1805, 2135, 2435, 2665, 2760, 2823);

    @ParameterizedTest(name = "month {0}: earned {1}")
    @CsvSource({
        // month, BCWP, ES = C + (BCWP − BCWS_C) / (BCWS_{C+1} − BCWS_C), SV(t) = ES − AT, SPI(t) = ES / AT
        "1, 95, 0.9048, -0.0952, 0.9048",
        "2, 180, 1.7895, -0.2105, 0.8947",
        "3, 470, 2.8571, -0.1429, 0.9524",
        "4, 770, 3.7727, -0.2273, 0.9432",
        "5, 1065, 4.6667, -0.3333, 0.9333",
        "6, 1315, 5.4667, -0.5333, 0.9111",
        "7, 1610, 6.4091, -0.5909, 0.9156",
        "8, 1900, 7.2879, -0.7121, 0.9110",
        "9, 2150, 8.0500, -0.9500, 0.8944",
        "10, 2275, 8.4667, -1.5333, 0.8467",
        "11, 2425, 8.9667, -2.0333, 0.8152",
        "12, 2555, 9.5217, -2.4783, 0.7935",
        "13, 2695, 10.3158, -2.6842, 0.7935",
        "14, 2770, 11.1587, -2.8413, 0.7971",
        "15, 2823, 12.0000, -3.0000, 0.8000"
    })
    void lipkes_late_project_stays_late_to_its_end(
            int month, BigDecimal earned, BigDecimal es, BigDecimal svT, BigDecimal spiT) {
        var schedule = EarnedSchedule.of(LATE_FINISH, earned, month);

        assertEquals(es, schedule.es());
        assertEquals(svT, schedule.svT());
        assertEquals(spiT, schedule.spiT().value());
        assertEquals(12, schedule.plannedDuration());
    }

    @Test
    void the_independent_estimate_of_the_duration_ends_at_the_real_one() {
        // 12 · 10 / 8.4667, and at the end fifteen months
        assertEquals(
                new BigDecimal("14.1732"),
                EarnedSchedule.of(LATE_FINISH, of(2275), 10).ieacT().value());
        assertEquals(
                new BigDecimal("15.0000"),
                EarnedSchedule.of(LATE_FINISH, of(2823), 15).ieacT().value());
    }

    @Test
    void what_is_needed_to_end_in_time_is_told_while_there_is_time() {
        assertEquals(
                new BigDecimal("1.7667"),
                EarnedSchedule.of(LATE_FINISH, of(2275), 10).tspiT().value());
        assertEquals(
                Reason.TIME_EXHAUSTED,
                EarnedSchedule.of(LATE_FINISH, of(2555), 12).tspiT().reason());
    }

    @Test
    void while_the_plan_pauses_nobody_is_early_or_late() {
        var pausing = plan(100, 200, 200, 200, 300);

        assertEquals(
                new BigDecimal("3.0000"), EarnedSchedule.of(pausing, of(200), 3).es());
        assertEquals(
                new BigDecimal("2.0000"), EarnedSchedule.of(pausing, of(200), 1).es());
        assertEquals(
                new BigDecimal("4.0000"), EarnedSchedule.of(pausing, of(200), 5).es());
    }

    @Test
    void the_end_of_the_plan_is_no_pause() {
        assertEquals(
                new BigDecimal("2.0000"),
                EarnedSchedule.of(plan(100, 200, 200), of(200), 3).es());
    }

    @Test
    void before_anything_has_happened_there_is_no_estimate() {
        assertEquals(
                Reason.NO_TIME_PASSED,
                EarnedSchedule.of(plan(100, 200), of(0), 0).ieacT().reason());
        assertEquals(
                Reason.NOTHING_EARNED,
                EarnedSchedule.of(plan(100, 200), of(0), 1).ieacT().reason());
    }

    @Test
    void a_plan_that_sinks_and_more_than_it_holds_are_refused() {
        var sinking = assertThrows(RuleViolation.class, () -> EarnedSchedule.of(plan(100, 90), of(0), 1));
        var beyond = assertThrows(RuleViolation.class, () -> EarnedSchedule.of(plan(100, 200), of(201), 1));

        assertEquals(EarnedRule.PLANNED_VALUE_GROWS, sinking.rule());
        assertEquals("/1", sinking.faults().getFirst().pointer());
        assertEquals(EarnedRule.EARNED_WITHIN_BUDGET, beyond.rule());
    }

    private static List<BigDecimal> plan(int... planned) {
        return Arrays.stream(planned).mapToObj(BigDecimal::valueOf).toList();
    }

    private static BigDecimal of(int amount) {
        return BigDecimal.valueOf(amount);
    }
}
