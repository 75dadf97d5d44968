package city.c3po.portfolio.earned;

import city.c3po.platform.time.CityCalendar;
import city.c3po.portfolio.earned.Technique.FiftyFifty;
import city.c3po.portfolio.earned.Technique.LevelOfEffort;
import city.c3po.portfolio.earned.Technique.PercentComplete;
import city.c3po.portfolio.earned.Technique.WeightedMilestones;
import city.c3po.portfolio.earned.Technique.ZeroHundred;
import city.c3po.portfolio.schedule.network.WorkDays;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.function.ToIntFunction;

/** Budgets of work packages spread over time: the performance measurement baseline. */
public final class PerformanceBaseline {
    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PLACES = 2;

    private final List<WorkPackage> packages;
    private final WorkDays workDays;

    private PerformanceBaseline(List<WorkPackage> packages, WorkDays workDays) {
        this.packages = packages;
        this.workDays = workDays;
    }

    /** @throws city.c3po.platform.rule.RuleViolation by {@link EarnedRule#SOUND_BASELINE}; pointers as in a list of packages */
    public static PerformanceBaseline of(List<WorkPackage> packages, CityCalendar calendar) {
        new BaselineSoundness(packages).require();
        return new PerformanceBaseline(List.copyOf(packages), WorkDays.of(calendar, earliest(packages)));
    }

    private static LocalDate earliest(List<WorkPackage> packages) {
        return Collections.min(packages.stream().map(WorkPackage::start).toList());
    }

    public LocalDate start() {
        return earliest(packages);
    }

    public LocalDate finish() {
        return Collections.max(packages.stream().map(WorkPackage::finish).toList());
    }

    /** Budget at completion (BAC). */
    public BigDecimal budget() {
        return packages.stream().map(WorkPackage::budget).reduce(zero(), BigDecimal::add);
    }

    /** Cumulative PV at the close of a day. */
    public BigDecimal plannedValue(LocalDate asOf) {
        return packages.stream().map(one -> value(one, plannedShare(one, asOf))).reduce(zero(), BigDecimal::add);
    }

    /** Cumulative PV at the close of each day. */
    public List<BigDecimal> planned(List<LocalDate> periodEnds) {
        return periodEnds.stream().map(this::plannedValue).toList();
    }

    /**
     * Cumulative EV at the close of a day. What has no achievement has earned nothing, but for a level of effort.
     *
     * @throws city.c3po.platform.rule.RuleViolation by {@link EarnedRule#SOUND_ACHIEVEMENTS}
     */
    public BigDecimal earnedValue(LocalDate asOf, Collection<Achievement> achievements) {
        new AchievementSoundness(packages, asOf, List.copyOf(achievements)).require();
        var byPackage = new HashMap<String, Achievement>();
        achievements.forEach(one -> byPackage.put(one.workPackage(), one));
        var sum = zero();
        for (var one : packages) {
            var achievement = byPackage.get(one.id());
            var share = one.technique() instanceof LevelOfEffort
                    ? plannedShare(one, asOf)
                    : achievement == null ? BigDecimal.ZERO : earnedShare(one, achievement);
            sum = sum.add(value(one, share));
        }
        return sum;
    }

    /** A part of 100. */
    private BigDecimal plannedShare(WorkPackage one, LocalDate asOf) {
        boolean finished = !one.finish().isAfter(asOf);
        return switch (one.technique()) {
            case ZeroHundred _ -> part(finished ? 100 : 0);
            case FiftyFifty _ -> part(finished ? 100 : one.start().isAfter(asOf) ? 0 : 50);
            case WeightedMilestones weighted ->
                weighted.steps().stream()
                        .filter(step -> !step.planned().isAfter(asOf))
                        .map(Technique.Step::weight)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
            case PercentComplete _, LevelOfEffort _ ->
                finished ? HUNDRED : asOf.isBefore(one.start()) ? BigDecimal.ZERO : passed(one, asOf);
        };
    }

    private BigDecimal passed(WorkPackage one, LocalDate asOf) {
        ToIntFunction<LocalDate> until = day -> workDays.between(one.start(), day);
        int all = until.applyAsInt(one.finish());
        return all == 0
                ? BigDecimal.ZERO
                : part(100 * until.applyAsInt(asOf)).divide(BigDecimal.valueOf(all), 12, RoundingMode.HALF_UP);
    }

    private static BigDecimal earnedShare(WorkPackage one, Achievement achievement) {
        boolean finished = achievement.finished() != null;
        return switch (one.technique()) {
            case ZeroHundred _, LevelOfEffort _ -> part(finished ? 100 : 0);
            case FiftyFifty _ -> part(finished ? 100 : achievement.started() == null ? 0 : 50);
            case WeightedMilestones weighted ->
                weighted.steps().stream()
                        .filter(step -> achievement.steps().contains(step.id()))
                        .map(Technique.Step::weight)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
            case PercentComplete _ ->
                finished ? HUNDRED : achievement.percent() == null ? BigDecimal.ZERO : achievement.percent();
        };
    }

    private static BigDecimal value(WorkPackage one, BigDecimal share) {
        return one.budget().multiply(share).divide(HUNDRED, PLACES, RoundingMode.HALF_UP);
    }

    private static BigDecimal part(int of100) {
        return BigDecimal.valueOf(of100);
    }

    private static BigDecimal zero() {
        return BigDecimal.ZERO.setScale(PLACES);
    }
}
