package city.c3po.portfolio.forecast;

import city.c3po.platform.value.Money;
import city.c3po.portfolio.simulation.Forecast;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of a forecast. */
@Schema(name = "ForecastResult")
record ForecastResult(
        @Schema(description = "The finish without any uncertainty.")
        LocalDate deterministicFinish,

        DatePercentiles finish,
        MoneyPercentiles cost,

        @Schema(description = "Share of the runs that keep the baseline's finish; null without a baseline.") @Nullable BigDecimal baselineFinishProbability,

        @Schema(description = "Share of the runs that keep the baseline's cost; null without a baseline.") @Nullable BigDecimal baselineCostProbability,

        @Schema(description = "P80 − P50 of the cost: what a contingency needs.")
        Money contingency,

        @Schema(description = "The activities most often critical, with the share of the runs; at most 100.")
        List<Critical> criticality,

        List<Occurred> risks,
        List<DateBin> finishHistogram,
        List<MoneyBin> costHistogram) {

    /** Dates not exceeded in so many of 100 runs. */
    @Schema(name = "DatePercentiles", description = "Not exceeded in 10, 50, 80 and 90 of 100 runs.")
    record DatePercentiles(LocalDate p10, LocalDate p50, LocalDate p80, LocalDate p90) {}

    /** Amounts not exceeded in so many of 100 runs. */
    @Schema(name = "MoneyPercentiles", description = "Not exceeded in 10, 50, 80 and 90 of 100 runs.")
    record MoneyPercentiles(Money p10, Money p50, Money p80, Money p90) {}

    /** How often an activity was critical. */
    @Schema(name = "ActivityCriticality")
    record Critical(String activity, BigDecimal share) {}

    /** How often a risk occurred. */
    @Schema(name = "RiskOccurrence")
    record Occurred(String risk, BigDecimal share) {}

    /** A bar of the finish's histogram. */
    @Schema(name = "DateBin")
    record DateBin(LocalDate upTo, BigDecimal share) {}

    /** A bar of the cost's histogram. */
    @Schema(name = "MoneyBin")
    record MoneyBin(BigDecimal upTo, BigDecimal share) {}

    private static final int MOST_TOLD = 100;

    static ForecastResult of(Forecast forecast, String currency) {
        var cost = forecast.cost();
        var finish = forecast.finish();
        return new ForecastResult(
                forecast.deterministicFinish(),
                new DatePercentiles(finish.p10(), finish.p50(), finish.p80(), finish.p90()),
                new MoneyPercentiles(
                        new Money(cost.p10(), currency),
                        new Money(cost.p50(), currency),
                        new Money(cost.p80(), currency),
                        new Money(cost.p90(), currency)),
                forecast.baselineFinishProbability(),
                forecast.baselineCostProbability(),
                new Money(forecast.contingency(), currency),
                forecast.criticality().entrySet().stream()
                        .map(one -> new Critical(one.getKey(), one.getValue()))
                        .sorted(Comparator.comparing(Critical::share).reversed().thenComparing(Critical::activity))
                        .limit(MOST_TOLD)
                        .toList(),
                forecast.riskOccurrence().entrySet().stream()
                        .map(one -> new Occurred(one.getKey(), one.getValue()))
                        .toList(),
                forecast.finishHistogram().stream()
                        .map(bin -> new DateBin(bin.upTo(), bin.share()))
                        .toList(),
                forecast.costHistogram().stream()
                        .map(bin -> new MoneyBin(bin.upTo(), bin.share()))
                        .toList());
    }
}
