package city.c3po.portfolio.changerequest;

import city.c3po.platform.value.Money;
import city.c3po.portfolio.project.ProjectBaseline;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How far the sponsor's word goes.
 *
 * @param cost what was approved since Baseline 0, as amounts without their sign, so that savings hide nothing
 * @param days the same in days
 */
record Authority(Money cost, int days, Money costLimit, long daysLimit) {
    /** @param start of Baseline 0, which nobody can move: an earlier one would stretch the sponsor's word */
    static Authority of(ProjectBaseline baseline, LocalDate start, BigDecimal share, Approved before, Impact asked) {
        var first = baseline.original();
        var limit =
                new Money(first.cost().amount().multiply(share), first.cost().currency());
        var duration = ChronoUnit.DAYS.between(start, first.finish()) + 1;
        return new Authority(
                new Money(
                        before.cost().add(asked.cost().amount().abs()),
                        first.cost().currency()),
                before.days() + Math.abs(asked.days()),
                limit,
                share.multiply(BigDecimal.valueOf(duration)).longValue());
    }

    boolean isEnough() {
        return !cost.isMoreThan(costLimit) && days <= daysLimit;
    }
}
