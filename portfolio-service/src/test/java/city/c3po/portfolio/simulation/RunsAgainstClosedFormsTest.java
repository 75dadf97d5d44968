package city.c3po.portfolio.simulation;

import static city.c3po.portfolio.schedule.network.Activity.task;
import static city.c3po.portfolio.schedule.network.Link.fs;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.platform.time.CityCalendar;
import city.c3po.portfolio.schedule.network.Activity;
import city.c3po.portfolio.schedule.network.CriticalPath;
import city.c3po.portfolio.schedule.network.Link;
import city.c3po.portfolio.schedule.network.Network;
import city.c3po.portfolio.simulation.Spread.Fixed;
import city.c3po.portfolio.simulation.Spread.PertBeta;
import city.c3po.portfolio.simulation.Spread.Triangular;
import city.c3po.portfolio.simulation.Spread.Uniform;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * 100,000 runs against formulas. Each statistic must lie within 4.5 standard errors of its closed form: by chance it would not
 * once in 150,000 times, and the seeds are fixed. Errors: of a mean {@code σ/√N}; of a share {@code √(p(1 − p)/N)}, which also
 * bounds a percentile, by the share that the true distribution has below it.
 */
class RunsAgainstClosedFormsTest {
    private static final int N = 100_000;
    private static final double ERRORS = 4.5;
    private static final LocalDate MONDAY = LocalDate.parse("2026-09-14");
    private static final CityCalendar CITY = new CityCalendar(ZoneId.of("America/Los_Angeles"), Set.of());
    private static final Spread NOTHING = new Fixed(0);

    @Test
    void the_sum_of_two_uniforms_is_a_triangle() {
        var chain = network(List.of(task("a", 15), task("b", 15)), fs("a", "b"));

        var runs =
                runs(chain, List.of(lasting("a", new Uniform(10, 20)), lasting("b", new Uniform(10, 20))), List.of());

        assertMean(30, Math.sqrt(2 * 100 / 12.0), runs.finishes);
        assertDistribution(triangle(20, 30, 40), runs.finishes);
    }

    @Test
    void the_sum_of_twelve_uniforms_has_their_means_and_variances() {
        var activities = IntStream.range(0, 12).mapToObj(i -> task("t" + i, 1)).toList();
        var links =
                IntStream.range(1, 12).mapToObj(i -> fs("t" + (i - 1), "t" + i)).toArray(Link[]::new);
        var spreads = activities.stream()
                .map(one -> lasting(one.id(), new Uniform(1, 2)))
                .toList();

        var runs = runs(network(activities, links), spreads, List.of());

        // mean 12 · 1.5, variance 12 · 1/12; the fourth central moment of the sum is 3 − 6/(5·12)
        assertMean(18, 1, runs.finishes);
        double kurtosis = 3 - 1.2 / 12;
        assertNear(1, variance(runs.finishes), Math.sqrt((kurtosis - 1) / N));
    }

    @Test
    void a_single_triangular_path_has_its_distribution() {
        var runs = runs(network(List.of(task("a", 10))), List.of(lasting("a", new Triangular(5, 10, 21))), List.of());

        double variance = (25 + 100 + 441 - 50 - 105 - 210) / 18.0;
        assertMean(12, Math.sqrt(variance), runs.finishes);
        assertDistribution(triangle(5, 10, 21), runs.finishes);
    }

    @Test
    void a_path_of_three_triangulars_has_the_sum_of_their_means_and_variances() {
        var chain = network(List.of(task("a", 4), task("b", 4), task("c", 4)), fs("a", "b"), fs("b", "c"));
        var spread = new Triangular(2, 4, 12);

        var runs = runs(chain, List.of(lasting("a", spread), lasting("b", spread), lasting("c", spread)), List.of());

        double variance = (4 + 16 + 144 - 8 - 24 - 48) / 18.0;
        assertMean(18, Math.sqrt(3 * variance), runs.finishes);
    }

    @Test
    void a_pert_beta_has_perts_mean_and_the_variance_of_its_beta() {
        var runs = runs(network(List.of(task("a", 10))), List.of(lasting("a", new PertBeta(4, 10, 28))), List.of());

        // mean (O + 4M + P)/6 = 12; variance (mean − O)(P − mean)/7
        double variance = (12 - 4) * (28 - 12) / 7.0;
        assertMean(12, Math.sqrt(variance), runs.finishes);
        // the kurtosis of a beta distribution is below 3, so that of a normal bounds the error
        assertNear(variance, variance(runs.finishes), variance * Math.sqrt(2.0 / N));
    }

    @Test
    void a_risk_costs_its_probability_times_its_impact() {
        var risk = new RiskDriver("r", 0.3, NOTHING, new Uniform(100, 300), List.of());

        var runs = runs(network(List.of(task("a", 1))), List.of(), List.of(risk));

        assertShare(0.3, runs.hits[0]);
        // E(X²) = p · (σ² + μ²)
        double square = 0.3 * (200 * 200 / 12.0 + 200 * 200);
        assertMean(0.3 * 200, Math.sqrt(square - 60 * 60), runs.costs);
    }

    @Test
    void a_risk_that_touches_two_paths_hits_both_or_none() {
        var risk = new RiskDriver("r", 0.3, new Fixed(5), NOTHING, List.of("a", "b"));

        var runs = runs(network(List.of(task("a", 10), task("b", 10))), List.of(), List.of(risk));

        // drawn for each path apart it would be 1 − 0.7² = 0.51
        assertShare(0.3, Arrays.stream(runs.finishes).filter(end -> end == 15).count());
        assertShare(0.7, Arrays.stream(runs.finishes).filter(end -> end == 10).count());
    }

    @Test
    void a_path_is_critical_as_often_as_it_is_the_longest() {
        var runs = runs(
                network(List.of(task("a", 5), task("b", 5))),
                List.of(lasting("a", new Uniform(0, 10)), lasting("b", new Uniform(0, 5))),
                List.of());

        // P(a > b) = 3/4
        assertShare(0.75, runs.critical[0]);
        assertShare(0.25, runs.critical[1]);
    }

    private static void assertMean(double mean, double deviation, double[] values) {
        assertNear(mean, Arrays.stream(values).average().orElseThrow(), deviation / Math.sqrt(N));
    }

    private static void assertShare(double share, long count) {
        assertNear(share, (double) count / N, Math.sqrt(share * (1 - share) / N));
    }

    private static void assertDistribution(DoubleUnaryOperator below, double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        for (int percent : new int[] {10, 50, 80, 90}) {
            double p = percent / 100.0;
            double reached = below.applyAsDouble(Percentiles.at(sorted, percent));
            assertNear(p, reached, Math.sqrt(p * (1 - p) / N));
        }
    }

    private static void assertNear(double expected, double value, double error) {
        double errors = Math.abs(value - expected) / error;
        assertTrue(errors < ERRORS, () -> expected + " but " + value + ", " + errors + " standard errors away");
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(one -> (one - mean) * (one - mean)).sum() / (values.length - 1);
    }

    private static DoubleUnaryOperator triangle(double low, double likely, double high) {
        return x -> x < likely
                ? (x - low) * (x - low) / (high - low) / (likely - low)
                : 1 - (high - x) * (high - x) / (high - low) / (high - likely);
    }

    private static Uncertainty lasting(String activity, Spread days) {
        return new Uncertainty(activity, days, NOTHING, 0);
    }

    private static Network network(List<Activity> activities, Link... links) {
        return Network.of(MONDAY, activities, List.of(links));
    }

    private static Runs runs(Network network, List<Uncertainty> uncertainties, List<RiskDriver> risks) {
        var assumptions = new Assumptions(uncertainties, risks, BigDecimal.ZERO, N, 20_260_914, null, null);
        return new Runs(CriticalPath.passes(network, CITY, MONDAY), MONDAY, assumptions);
    }
}
