package city.c3po.portfolio.simulation;

import city.c3po.platform.time.CityCalendar;
import city.c3po.portfolio.schedule.network.CriticalPath;
import city.c3po.portfolio.schedule.network.Network;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a project may come to.
 *
 * @param deterministicFinish the finish without any uncertainty, for comparison
 * @param baselineFinishProbability share of the runs that finish on or before the baseline's finish; null without one
 * @param baselineCostProbability share of the runs that cost no more than the baseline; null without one
 * @param criticality for each activity still to be done, the share of the runs in which it was critical
 * @param riskOccurrence for each risk, the share of the runs in which it occurred
 * @param contingency P80 − P50 of the cost
 */
public record Forecast(
        int runs,
        long seed,
        LocalDate deterministicFinish,
        Percentiles<LocalDate> finish,
        Percentiles<BigDecimal> cost,
        @Nullable BigDecimal baselineFinishProbability,
        @Nullable BigDecimal baselineCostProbability,
        SortedMap<String, BigDecimal> criticality,
        SortedMap<String, BigDecimal> riskOccurrence,
        BigDecimal contingency,
        List<Bin<LocalDate>> finishHistogram,
        List<Bin<BigDecimal>> costHistogram) {
    private static final double TOLERANCE = 1e-6;

    /** @throws city.c3po.platform.rule.RuleViolation by {@link SimulationRule}, or as {@link CriticalPath} does */
    public static Forecast of(Network network, CityCalendar calendar, LocalDate dataDate, Assumptions assumptions) {
        new AssumptionSoundness(network, assumptions).require();
        var deterministic = CriticalPath.of(network, calendar, dataDate);
        var passes = CriticalPath.passes(network, calendar, dataDate);
        var runs = new Runs(passes, dataDate, assumptions);
        var finishes = runs.sorted(runs.finishes);
        var costs = runs.sorted(runs.costs);
        var cost = Percentiles.of(costs, Forecast::money);

        var criticality = new TreeMap<String, BigDecimal>();
        for (int i = 0; i < runs.critical.length; i++) {
            if (passes.floats(i)) {
                criticality.put(passes.times().activity(i).id(), share(runs.critical[i], finishes.length));
            }
        }
        var occurrence = new TreeMap<String, BigDecimal>();
        for (int i = 0; i < runs.hits.length; i++) {
            occurrence.put(assumptions.risks().get(i).id(), share(runs.hits[i], finishes.length));
        }
        var baselineFinish = assumptions.baselineFinish();
        var baselineCost = assumptions.baselineCost();
        return new Forecast(
                finishes.length,
                assumptions.seed(),
                deterministic.finish(),
                Percentiles.of(finishes, passes.times()::closeOf),
                cost,
                baselineFinish == null ? null : upTo(finishes, passes.times().closing(baselineFinish) + TOLERANCE),
                baselineCost == null ? null : upTo(costs, baselineCost.doubleValue() + TOLERANCE),
                Collections.unmodifiableSortedMap(criticality),
                Collections.unmodifiableSortedMap(occurrence),
                cost.p80().subtract(cost.p50()),
                Bin.of(finishes, passes.times()::closeOf),
                Bin.of(costs, Forecast::money));
    }

    private static BigDecimal upTo(double[] sorted, double most) {
        int found = Arrays.binarySearch(sorted, most);
        int within = found < 0 ? -found - 1 : found + 1;
        return share(within, sorted.length);
    }

    private static BigDecimal share(int of, int all) {
        return BigDecimal.valueOf(of).divide(BigDecimal.valueOf(all), 4, RoundingMode.HALF_UP);
    }

    private static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }
}
