package city.c3po.portfolio.earned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.c3po.platform.rule.RuleViolation;
import city.c3po.platform.value.Ratio;
import city.c3po.portfolio.earned.EarnedValue.Formula;
import city.c3po.portfolio.earned.Figure.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EarnedValueTest {
    @Test
    void the_practice_standards_example_is_recomputed() {
        // the "EZ Project" of PMI, Practice Standard for Earned Value Management (2005), after six months, in
        // thousands: its
        // BAC, PV, EV and AC; by hand 32 − 48, 32 − 40, 32/48, 32/40, 150/0.8, 150 − 187.5 and 118/110
        var ez = at("150", "48", "32", "40");

        assertEquals(new BigDecimal("-16"), ez.sv());
        assertEquals(new BigDecimal("-8"), ez.cv().value());
        assertEquals(new BigDecimal("0.67"), places(ez.spi().value()));
        assertEquals(new BigDecimal("0.80"), places(ez.cpi().value()));
        assertEquals(new BigDecimal("187.50"), eac(ez, Formula.CPI).value());
        assertEquals(new BigDecimal("-37.50"), ez.vac().value());
        assertEquals(new BigDecimal("1.07"), places(ez.tcpi().value()));
    }

    @Test
    void each_formula_estimates_the_completion_in_its_own_way() {
        // BAC 200, PV 100, EV 80, AC 100: CPI 0.8, SPI 0.8
        var values = new PeriodValues(LocalDate.EPOCH, money("100"), money("80"), money("100"));

        var all = EarnedValue.of(money("200"), values, money("130"));

        assertEquals(money("250.00"), eac(all, Formula.CPI).value());
        assertEquals(money("220"), eac(all, Formula.BUDGET_RATE).value());
        assertEquals(money("287.50"), eac(all, Formula.CPI_SPI).value());
        assertEquals(money("230"), eac(all, Formula.BOTTOM_UP).value());
        assertEquals(money("220"), all.lowest().value());
        assertEquals(money("287.50"), all.highest().value());
    }

    @Test
    void a_missing_actual_cost_leaves_what_needs_it_without_value_and_says_why() {
        var without = at("200", "100", "80", null);

        assertEquals(Reason.ACTUAL_COST_MISSING, without.cv().reason());
        assertEquals(new Ratio(null, Ratio.Reason.MISSING_INPUT), without.cpi());
        assertEquals(Reason.ACTUAL_COST_MISSING, without.tcpi().reason());
        assertEquals(Reason.ACTUAL_COST_MISSING, without.lowest().reason());
        assertEquals(new BigDecimal("0.8000"), without.spi().value());
    }

    @Test
    void an_exhausted_budget_has_no_performance_that_would_keep_it() {
        assertEquals(
                Reason.BUDGET_EXHAUSTED, at("200", "200", "150", "200").tcpi().reason());
        assertEquals(
                Reason.BUDGET_EXHAUSTED, at("200", "200", "150", "260").tcpi().reason());
        assertEquals("budget-exhausted", Reason.BUDGET_EXHAUSTED.code());
    }

    @Test
    void what_has_not_begun_has_no_indices() {
        var early = at("200", "0", "0", "0");

        assertEquals(new Ratio(null, Ratio.Reason.DIVISION_BY_ZERO), early.spi());
        assertEquals(new Ratio(null, Ratio.Reason.DIVISION_BY_ZERO), early.cpi());
        assertEquals(Reason.NOTHING_EARNED, eac(early, Formula.CPI).reason());
        assertEquals(Reason.ESTIMATE_MISSING, eac(early, Formula.BOTTOM_UP).reason());
        assertEquals(
                Reason.NOTHING_SPENT,
                eac(at("200", "10", "10", "0"), Formula.CPI).reason());
        assertEquals(
                Reason.NOTHING_PLANNED,
                eac(at("200", "0", "10", "10"), Formula.CPI_SPI).reason());
    }

    @Test
    void a_finished_project_ends_at_what_it_cost() {
        var done = at("200", "200", "200", "240");

        assertEquals(money("240.00"), eac(done, Formula.CPI).value());
        assertEquals(money("240.00"), eac(done, Formula.CPI_SPI).value());
        assertEquals(money("-40.00"), done.vac().value());
    }

    @Test
    void nobody_earns_more_than_the_budget() {
        for (var earned : new String[] {"200.01", "-0.01"}) {
            var refusal = assertThrows(RuleViolation.class, () -> at("200", "100", earned, "100"));
            assertEquals(EarnedRule.EARNED_WITHIN_BUDGET, refusal.rule());
        }
    }

    private static EarnedValue at(String bac, String planned, String earned, @Nullable String actual) {
        var values =
                new PeriodValues(LocalDate.EPOCH, money(planned), money(earned), actual == null ? null : money(actual));
        return EarnedValue.of(money(bac), values, null);
    }

    private static Figure eac(EarnedValue of, Formula formula) {
        return of.estimates().stream()
                .filter(one -> one.formula() == formula)
                .findFirst()
                .orElseThrow()
                .eac();
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }

    private static BigDecimal places(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value.setScale(2, RoundingMode.HALF_UP);
    }
}
