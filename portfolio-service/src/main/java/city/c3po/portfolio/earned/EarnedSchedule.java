package city.c3po.portfolio.earned;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.value.Ratio;
import city.c3po.portfolio.earned.Figure.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * Schedule performance in time (Lipke, Schedule is Different, The Measurable News, 2003). ES is the time at which the plan had
 * what is earned now: C whole periods with PV ≤ EV, and a part of the next, {@code (EV − PV_C) / (PV_{C+1} − PV_C)}. While the
 * plan pauses, any moment of the pause fits; the one nearest to the actual time is taken.
 *
 * @param es earned schedule, in periods
 * @param actualTime AT, periods passed
 * @param plannedDuration PD: the period in which the plan reaches the budget at completion
 * @param svT schedule variance in periods: ES − AT
 * @param spiT ES / AT
 * @param ieacT independent estimate of the duration: PD / SPI(t), in periods
 * @param tspiT (PD − ES) / (PD − AT): the performance needed from now on to end in time
 */
public record EarnedSchedule(
        BigDecimal es, int actualTime, int plannedDuration, BigDecimal svT, Ratio spiT, Figure ieacT, Figure tspiT) {
    private static final int PLACES = Ratio.PLACES;
    /** What follows from a quotient is reckoned from this one, and not from the rounded one. */
    private static final int EXACT = 20;

    /**
     * @param planned cumulative PV at the end of every period of the whole plan, the first period first
     * @param earned cumulative EV now
     * @throws city.c3po.platform.rule.RuleViolation by {@link EarnedRule#PLANNED_VALUE_GROWS}, or when more is earned than is
     *     planned in all
     */
    public static EarnedSchedule of(List<BigDecimal> planned, BigDecimal earned, int actualTime) {
        requireGrowing(planned);
        if (actualTime < 0) {
            throw new IllegalArgumentException("time does not run backwards");
        }
        var budget = planned.getLast();
        EarnedRule.EARNED_WITHIN_BUDGET.require(
                earned.signum() >= 0 && earned.compareTo(budget) <= 0, Map.of("budget", budget, "earned", earned));
        int duration = 0;
        while (at(planned, duration).compareTo(budget) < 0) {
            duration++;
        }
        var es = es(planned, earned, actualTime, duration);
        var passed = BigDecimal.valueOf(actualTime);
        var pd = BigDecimal.valueOf(duration);
        return new EarnedSchedule(
                es.setScale(PLACES, RoundingMode.HALF_UP),
                actualTime,
                duration,
                es.subtract(passed).setScale(PLACES, RoundingMode.HALF_UP),
                Ratio.of(es, passed),
                estimate(es, passed, pd),
                remaining(es, passed, pd));
    }

    private static BigDecimal es(List<BigDecimal> planned, BigDecimal earned, int actualTime, int duration) {
        int first = 0;
        while (at(planned, first).compareTo(earned) < 0) {
            first++;
        }
        if (at(planned, first).compareTo(earned) > 0) {
            var before = at(planned, first - 1);
            var part = earned.subtract(before).divide(at(planned, first).subtract(before), EXACT, RoundingMode.HALF_UP);
            return part.add(BigDecimal.valueOf(first - 1L));
        }
        int last = first;
        while (last < duration && at(planned, last + 1).compareTo(earned) == 0) {
            last++;
        }
        return BigDecimal.valueOf(Math.clamp(actualTime, first, last));
    }

    private static Figure estimate(BigDecimal es, BigDecimal passed, BigDecimal duration) {
        if (passed.signum() == 0) {
            return Figure.none(Reason.NO_TIME_PASSED);
        }
        return es.signum() == 0
                ? Figure.none(Reason.NOTHING_EARNED)
                : Figure.of(duration.multiply(passed).divide(es, PLACES, RoundingMode.HALF_UP));
    }

    private static Figure remaining(BigDecimal es, BigDecimal passed, BigDecimal duration) {
        var left = duration.subtract(passed);
        return left.signum() <= 0
                ? Figure.none(Reason.TIME_EXHAUSTED)
                : Figure.of(duration.subtract(es).divide(left, PLACES, RoundingMode.HALF_UP));
    }

    /** PV at the end of a period; 0 before the first. */
    private static BigDecimal at(List<BigDecimal> planned, int period) {
        return period == 0 ? BigDecimal.ZERO : planned.get(period - 1);
    }

    private static void requireGrowing(List<BigDecimal> planned) {
        if (planned.isEmpty()) {
            throw new IllegalArgumentException("a plan has at least one period");
        }
        for (int period = 1; period <= planned.size(); period++) {
            if (at(planned, period).compareTo(at(planned, period - 1)) < 0) {
                throw EarnedRule.PLANNED_VALUE_GROWS.violated(
                        List.of(new Fault("/" + (period - 1), "sinks", "less than in the period before")));
            }
        }
    }
}
