package city.c3po.portfolio.simulation;

import city.c3po.portfolio.schedule.network.Activity.Kind;
import city.c3po.portfolio.schedule.network.Passes;
import city.c3po.portfolio.schedule.network.Progress;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * All runs of a forecast. Memory is two numbers for each run and a few for each activity; a run allocates nothing.
 */
final class Runs {
    private static final double TOLERANCE = 1e-6;

    private final Passes passes;
    private final ActivityDraw[] activities;
    private final RiskDraw[] risks;

    private final double[] planned;
    private final double[] duration;
    private final double[] start;
    private final double[] finish;
    private final double[] lateFinish;

    /** The project's finish of each run, as a point in working days. */
    final double[] finishes;

    final double[] costs;
    /** In how many runs each activity was critical, by position. */
    final int[] critical;

    final int[] hits;

    private record ActivityDraw(int position, ContinuousSampler days, ContinuousSampler cost, double costPerDay) {}

    private record RiskDraw(
            UniformRandomProvider random,
            double probability,
            ContinuousSampler days,
            ContinuousSampler cost,
            int[] positions) {}

    Runs(Passes passes, LocalDate dataDate, Assumptions assumptions) {
        this.passes = passes;
        planned = passes.times().durations(dataDate);
        duration = new double[planned.length];
        start = new double[planned.length];
        finish = new double[planned.length];
        lateFinish = new double[planned.length];
        critical = new int[planned.length];
        activities = activityDraws(assumptions);
        risks = riskDraws(assumptions.risks(), assumptions.seed());
        hits = new int[risks.length];
        finishes = new double[assumptions.runs()];
        costs = new double[assumptions.runs()];
        double spent = assumptions.spent().doubleValue();
        for (int run = 0; run < finishes.length; run++) {
            costs[run] = spent + once(run);
        }
    }

    private ActivityDraw[] activityDraws(Assumptions assumptions) {
        return assumptions.uncertainties().stream()
                .filter(one -> passes.times()
                                .activity(passes.times().position(one.activity()))
                                .progress()
                        != Progress.FINISHED)
                .map(one -> {
                    var random = Draw.stream(assumptions.seed(), "activity " + one.activity());
                    return new ActivityDraw(
                            passes.times().position(one.activity()),
                            Draw.of(one.days(), random),
                            Draw.of(one.cost(), random),
                            one.costPerDay());
                })
                .toArray(ActivityDraw[]::new);
    }

    private RiskDraw[] riskDraws(List<RiskDriver> drivers, long seed) {
        var positions = new HashMap<String, int[]>();
        for (var driver : drivers) {
            positions.put(
                    driver.id(),
                    driver.activities().stream()
                            .distinct()
                            .mapToInt(passes.times()::position)
                            .filter(passes::floats)
                            .toArray());
        }
        return drivers.stream()
                .map(one -> {
                    var random = Draw.stream(seed, "risk " + one.id());
                    return new RiskDraw(
                            random,
                            one.probability(),
                            Draw.of(one.days(), random),
                            Draw.of(one.cost(), random),
                            positions.get(one.id()));
                })
                .toArray(RiskDraw[]::new);
    }

    /** @return what this run costs beyond what is spent */
    private double once(int run) {
        System.arraycopy(planned, 0, duration, 0, duration.length);
        double cost = 0;
        for (var one : activities) {
            if (passes.floats(one.position)) {
                duration[one.position] = one.days.sample();
            }
            cost += one.cost.sample();
        }
        for (int risk = 0; risk < risks.length; risk++) {
            var one = risks[risk];
            if (one.random.nextDouble() < one.probability) {
                hits[risk]++;
                double days = one.days.sample();
                for (int position : one.positions) {
                    duration[position] += days;
                }
                cost += one.cost.sample();
            }
        }
        for (int i = 0; i < duration.length; i++) {
            // an opportunity can save no more than there is to do
            duration[i] = Math.max(0, duration[i]);
        }
        double end = passes.forward(duration, start, finish);
        passes.backward(duration, end, finish, lateFinish);
        for (int i = 0; i < critical.length; i++) {
            if (passes.floats(i) && lateFinish[i] - finish[i] < TOLERANCE) {
                critical[i]++;
            }
        }
        for (var one : activities) {
            cost += one.costPerDay * days(one.position);
        }
        finishes[run] = end;
        return cost;
    }

    /** Working days still to pay for. */
    private double days(int position) {
        boolean spans = passes.times().activity(position).kind() == Kind.LEVEL_OF_EFFORT;
        return spans ? Math.max(0, finish[position] - Math.max(start[position], passes.dataDay())) : duration[position];
    }

    double[] sorted(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
