package city.c3po.portfolio.earned;

import city.c3po.platform.value.Ratio;
import city.c3po.portfolio.earned.Figure.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a project stands at the end of a period, and where it would end.
 *
 * @param sv schedule variance EV − PV
 * @param cv cost variance EV − AC
 * @param spi EV / PV
 * @param cpi EV / AC
 * @param estimates the four estimates at completion; together a range, not one truth
 * @param lowest the least of them that can be reckoned
 * @param highest the most of them
 * @param vac BAC − EAC by CPI
 * @param tcpi (BAC − EV) / (BAC − AC): the performance needed from now on to stay within BAC
 */
public record EarnedValue(
        BigDecimal bac,
        BigDecimal planned,
        BigDecimal earned,
        @Nullable BigDecimal actual,
        BigDecimal sv,
        Figure cv,
        Ratio spi,
        Ratio cpi,
        List<Estimate> estimates,
        Figure lowest,
        Figure highest,
        Figure vac,
        Figure tcpi) {
    private static final int CENTS = 2;

    /** What is assumed about the work that remains. */
    public enum Formula {
        /** It costs as the past did: BAC / CPI. */
        CPI,
        /** It costs what was budgeted: AC + (BAC − EV). */
        BUDGET_RATE,
        /** Cost and schedule pressure both go on: AC + (BAC − EV) / (CPI · SPI). */
        CPI_SPI,
        /** As estimated anew: AC + bottom-up ETC. */
        BOTTOM_UP
    }

    /** An estimate at completion and its variance BAC − EAC. */
    public record Estimate(Formula formula, Figure eac, Figure vac) {}

    /**
     * @param bottomUpEtc what the remaining work was estimated at, piece by piece; null when nobody did
     * @throws city.c3po.platform.rule.RuleViolation by {@link EarnedRule#EARNED_WITHIN_BUDGET}
     */
    public static EarnedValue of(BigDecimal bac, PeriodValues at, @Nullable BigDecimal bottomUpEtc) {
        var pv = at.planned();
        var ev = at.earned();
        var ac = at.actual();
        EarnedRule.EARNED_WITHIN_BUDGET.require(
                within(pv, bac) && within(ev, bac), Map.of("budget", bac, "planned", pv, "earned", ev));
        var estimates = new ArrayList<Estimate>();
        for (var formula : Formula.values()) {
            var eac = eac(formula, bac, pv, ev, ac, bottomUpEtc);
            estimates.add(new Estimate(formula, eac, lessThan(bac, eac)));
        }
        var known = estimates.stream()
                .map(one -> one.eac().value())
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        var first = estimates.getFirst();
        return new EarnedValue(
                bac,
                pv,
                ev,
                ac,
                ev.subtract(pv),
                ac == null ? Figure.none(Reason.ACTUAL_COST_MISSING) : Figure.of(ev.subtract(ac)),
                Ratio.of(ev, pv),
                Ratio.of(ev, ac),
                List.copyOf(estimates),
                known.isEmpty() ? first.eac() : Figure.of(known.getFirst()),
                known.isEmpty() ? first.eac() : Figure.of(known.getLast()),
                first.vac(),
                tcpi(bac, ev, ac));
    }

    private static boolean within(BigDecimal value, BigDecimal bac) {
        return value.signum() >= 0 && value.compareTo(bac) <= 0;
    }

    /** Products before quotients, so that no rounded index enters an amount. */
    private static Figure eac(
            Formula formula,
            BigDecimal bac,
            BigDecimal pv,
            BigDecimal ev,
            @Nullable BigDecimal ac,
            @Nullable BigDecimal bottomUpEtc) {
        if (ac == null) {
            return Figure.none(Reason.ACTUAL_COST_MISSING);
        }
        return switch (formula) {
            case CPI -> unpriced(ev, ac) ? reason(ev) : quotient(bac.multiply(ac), ev);
            case BUDGET_RATE -> Figure.of(ac.add(bac.subtract(ev)));
            case CPI_SPI -> {
                if (unpriced(ev, ac)) {
                    yield reason(ev);
                }
                yield pv.signum() == 0
                        ? Figure.none(Reason.NOTHING_PLANNED)
                        : plus(ac, quotient(bac.subtract(ev).multiply(ac).multiply(pv), ev.multiply(ev)));
            }
            case BOTTOM_UP ->
                bottomUpEtc == null ? Figure.none(Reason.ESTIMATE_MISSING) : Figure.of(ac.add(bottomUpEtc));
        };
    }

    private static boolean unpriced(BigDecimal ev, BigDecimal ac) {
        return ev.signum() == 0 || ac.signum() <= 0;
    }

    private static Figure reason(BigDecimal ev) {
        return Figure.none(ev.signum() == 0 ? Reason.NOTHING_EARNED : Reason.NOTHING_SPENT);
    }

    private static Figure quotient(BigDecimal dividend, BigDecimal divisor) {
        return Figure.of(dividend.divide(divisor, CENTS, RoundingMode.HALF_UP));
    }

    private static Figure plus(BigDecimal amount, Figure figure) {
        return figure.value() == null ? figure : Figure.of(amount.add(figure.value()));
    }

    private static Figure lessThan(BigDecimal bac, Figure eac) {
        return eac.value() == null ? eac : Figure.of(bac.subtract(eac.value()));
    }

    private static Figure tcpi(BigDecimal bac, BigDecimal ev, @Nullable BigDecimal ac) {
        if (ac == null) {
            return Figure.none(Reason.ACTUAL_COST_MISSING);
        }
        var left = bac.subtract(ac);
        return left.signum() <= 0
                ? Figure.none(Reason.BUDGET_EXHAUSTED)
                : Figure.of(bac.subtract(ev).divide(left, Ratio.PLACES, RoundingMode.HALF_UP));
    }
}
