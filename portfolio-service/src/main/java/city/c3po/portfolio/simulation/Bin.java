package city.c3po.portfolio.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A bar of a histogram.
 *
 * @param upTo the greatest value that it counts
 * @param share of all runs
 */
public record Bin<T>(T upTo, BigDecimal share) {
    private static final int MOST = 20;

    /** Bars of one width from the least to the greatest value. */
    static <T> List<Bin<T>> of(double[] sorted, DoubleFunction<T> shown) {
        double least = sorted[0];
        double width = (sorted[sorted.length - 1] - least) / MOST;
        if (width <= 0) {
            return List.of(new Bin<>(shown.apply(least), BigDecimal.ONE.setScale(4)));
        }
        var bins = new ArrayList<Bin<T>>(MOST);
        int counted = 0;
        for (int bin = 1; bin <= MOST; bin++) {
            double upTo = bin == MOST ? sorted[sorted.length - 1] : least + bin * width;
            int before = counted;
            while (counted < sorted.length && sorted[counted] <= upTo) {
                counted++;
            }
            var share = BigDecimal.valueOf(counted - before)
                    .divide(BigDecimal.valueOf(sorted.length), 4, RoundingMode.HALF_UP);
            bins.add(new Bin<>(shown.apply(upTo), share));
        }
        return List.copyOf(bins);
    }
}
