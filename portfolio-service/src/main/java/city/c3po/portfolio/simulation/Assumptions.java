package city.c3po.portfolio.simulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a forecast supposes. An activity without an uncertainty lasts as planned and costs nothing.
 *
 * @param spent actual cost so far
 * @param runs 1,000 to 100,000
 * @param seed the same inputs with the same seed give the same answer
 */
public record Assumptions(
        List<Uncertainty> uncertainties,
        List<RiskDriver> risks,
        BigDecimal spent,
        int runs,
        long seed,
        @Nullable LocalDate baselineFinish,
        @Nullable BigDecimal baselineCost) {
    public static final int FEWEST_RUNS = 1_000;
    public static final int MOST_RUNS = 100_000;

    public Assumptions {
        uncertainties = List.copyOf(uncertainties);
        risks = List.copyOf(risks);
    }
}
