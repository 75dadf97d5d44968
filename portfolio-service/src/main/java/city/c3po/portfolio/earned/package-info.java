/**
 * Earned value: what was planned, what was done, and what it cost, in one measure.
 *
 * <p>A {@link city.c3po.portfolio.earned.PerformanceBaseline} spreads the budgets of work packages over time by the technique
 * of each (EIA-748; PMI, Practice Standard for Earned Value Management). Its cumulative planned value never sinks and ends at
 * the budget at completion (BAC); earned value uses the same technique and lies between 0 and BAC. {@link
 * city.c3po.portfolio.earned.EarnedValue} compares both with actual cost, {@link city.c3po.portfolio.earned.EarnedSchedule}
 * compares them in time, because SPI returns to 1 on every late project. A figure that cannot be reckoned is null with its
 * reason, never 0. All amounts are in the project's one currency.
 */
@NullMarked
package city.c3po.portfolio.earned;

import org.jspecify.annotations.NullMarked;
