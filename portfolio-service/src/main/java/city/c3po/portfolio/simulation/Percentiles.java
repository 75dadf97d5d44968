package city.c3po.portfolio.simulation;

import java.util.function.DoubleFunction;

/**
 * What is not exceeded in 10, 50, 80 and 90 of 100 runs: the least value for which that is so (nearest rank).
 */
public record Percentiles<T>(T p10, T p50, T p80, T p90) {
    static <T> Percentiles<T> of(double[] sorted, DoubleFunction<T> shown) {
        return new Percentiles<>(
                shown.apply(at(sorted, 10)),
                shown.apply(at(sorted, 50)),
                shown.apply(at(sorted, 80)),
                shown.apply(at(sorted, 90)));
    }

    static double at(double[] sorted, int percent) {
        return sorted[(int) ((long) sorted.length * percent + 99) / 100 - 1];
    }
}
