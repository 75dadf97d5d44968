package city.c3po.portfolio.progress;

import static city.c3po.portfolio.progress.ProgressRule.BASELINE_IN_FORCE;

import city.c3po.portfolio.baseline.Baseline;
import city.c3po.portfolio.baseline.BaselineItem;
import city.c3po.portfolio.baseline.Baselines;
import city.c3po.portfolio.cost.CostKind;
import city.c3po.portfolio.cost.Ledger;
import city.c3po.portfolio.earned.EarnedSchedule;
import city.c3po.portfolio.earned.EarnedValue;
import city.c3po.portfolio.earned.PerformanceBaseline;
import city.c3po.portfolio.earned.PeriodValues;
import city.c3po.portfolio.earned.Technique;
import city.c3po.portfolio.earned.WorkPackage;
import city.c3po.portfolio.reference.CityCalendars;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The baseline in force, as a plan of value by month. */
@Singleton
public class EarnedPlan {
    private final Baselines baselines;
    private final CityCalendars calendars;
    private final Ledger ledger;

    EarnedPlan(Baselines baselines, CityCalendars calendars, Ledger ledger) {
        this.baselines = baselines;
        this.calendars = calendars;
        this.ledger = ledger;
    }

    PeriodFigures figures(UUID project, LocalDate end, PeriodText said) {
        var baseline = baselines.current(project).orElseThrow(BASELINE_IN_FORCE::violated);
        var plan = plan(baseline);
        var values = new PeriodValues(
                end,
                plan.plannedValue(end),
                plan.earnedValue(end, said.known()),
                ledger.sum(project, CostKind.ACTUAL, end));
        var months = months(plan.start(), plan.finish());
        return new PeriodFigures(
                baseline.reference(),
                EarnedValue.of(plan.budget(), values, said.bottomUpEtc()),
                EarnedSchedule.of(plan.planned(months), values.earned(), passed(plan.start(), end)));
    }

    /** The plan of value by month, from the first to the last. */
    public SortedMap<LocalDate, BigDecimal> planned(Baseline baseline) {
        var plan = plan(baseline);
        var planned = new TreeMap<LocalDate, BigDecimal>();
        months(plan.start(), plan.finish()).forEach(end -> planned.put(end, plan.plannedValue(end)));
        return planned;
    }

    private PerformanceBaseline plan(Baseline baseline) {
        var packages = baselines.items(baseline).stream()
                .filter(item -> item.budget() != null)
                .map(EarnedPlan::workPackage)
                .toList();
        return PerformanceBaseline.of(packages, calendars.of(baseline.calendar(), "/calendar"));
    }

    private static WorkPackage workPackage(BaselineItem item) {
        return new WorkPackage(
                item.activity(), Objects.requireNonNull(item.budget()), technique(item), item.start(), item.finish());
    }

    private static Technique technique(BaselineItem item) {
        return switch (item.technique()) {
            case ZERO_HUNDRED -> new Technique.ZeroHundred();
            case FIFTY_FIFTY -> new Technique.FiftyFifty();
            case WEIGHTED_MILESTONES ->
                new Technique.WeightedMilestones(item.steps().stream()
                        .map(step -> new Technique.Step(step.id(), step.weight(), step.planned()))
                        .toList());
            case PERCENT_COMPLETE -> new Technique.PercentComplete();
            case LEVEL_OF_EFFORT -> new Technique.LevelOfEffort();
        };
    }

    private static List<LocalDate> months(LocalDate start, LocalDate finish) {
        var ends = new ArrayList<LocalDate>();
        for (var month = YearMonth.from(start); !month.isAfter(YearMonth.from(finish)); month = month.plusMonths(1)) {
            ends.add(month.atEndOfMonth());
        }
        return ends;
    }

    /** Months from the start to a day, its own included; none before the start. */
    private static int passed(LocalDate start, LocalDate end) {
        return (int) Math.max(0, ChronoUnit.MONTHS.between(YearMonth.from(start), YearMonth.from(end)) + 1);
    }
}
