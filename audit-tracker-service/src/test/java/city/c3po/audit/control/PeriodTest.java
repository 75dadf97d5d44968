package city.c3po.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.audit.known.Watch;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");
    private static final LocalDate VERDICT = LocalDate.of(2026, 1, 15);

    private final Control control = new Control(BuiltIn.KEY_STAFF, NOON);

    private void month(String month, int numerator, int denominator) {
        control.measure(Watch.WATCH, BigDecimal.valueOf(numerator), denominator, NOON);
        control.close(Watch.WATCH, YearMonth.parse(month), NOON);
    }

    @Test
    void two_whole_months_after_the_verdict_are_below() {
        month("2026-01", 1, 2);
        assertEquals(Optional.empty(), control.belowForTwoPeriods(VERDICT));
        month("2026-02", 1, 2);
        assertEquals(Optional.empty(), control.belowForTwoPeriods(VERDICT), "the month of the verdict is not whole");
        month("2026-03", 1, 2);
        assertEquals(Optional.of(List.of("2026-02", "2026-03")), control.belowForTwoPeriods(VERDICT));
    }

    @Test
    void a_month_that_reached_it_or_had_nothing_to_measure_or_that_nobody_saw_is_between() {
        month("2026-02", 1, 2);
        month("2026-03", 2, 2);
        month("2026-04", 1, 2);
        assertEquals(Optional.empty(), control.belowForTwoPeriods(VERDICT));
        month("2026-05", 0, 0);
        assertEquals(Optional.empty(), control.belowForTwoPeriods(VERDICT));
        month("2026-06", 1, 2);
        month("2026-08", 1, 2);
        assertEquals(Optional.empty(), control.belowForTwoPeriods(VERDICT));
    }

    @Test
    void a_measure_is_told_when_it_is_another_one_and_a_month_is_noted_once() {
        assertEquals(
                1,
                control.measure(Watch.WATCH, new BigDecimal("1.0000"), 2, NOON).size());
        assertEquals(List.of(), control.measure(Watch.WATCH, BigDecimal.ONE, 2, NOON));
        assertEquals(1, control.measure(Watch.WATCH, BigDecimal.ONE, 3, NOON).size());
        assertEquals(
                1, control.close(Watch.WATCH, YearMonth.parse("2026-02"), NOON).size());
        assertEquals(List.of(), control.close(Watch.WATCH, YearMonth.parse("2026-02"), NOON));
    }

    @Test
    void every_part_belongs_to_one_control() {
        for (var part : Part.values()) {
            assertTrue(BuiltIn.of(part).parts().contains(part));
        }
        assertEquals(
                Part.values().length,
                List.of(BuiltIn.values()).stream()
                        .mapToInt(one -> one.parts().size())
                        .sum());
    }
}
