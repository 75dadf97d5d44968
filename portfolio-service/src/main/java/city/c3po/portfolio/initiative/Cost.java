package city.c3po.portfolio.initiative;

import static city.c3po.portfolio.initiative.InitiativeRule.COSTS_IN_ORDER;
import static city.c3po.portfolio.initiative.InitiativeRule.COSTS_NOT_NEGATIVE;
import static city.c3po.portfolio.initiative.InitiativeRule.EACH_YEAR_ONCE;
import static city.c3po.portfolio.initiative.InitiativeRule.ONE_CURRENCY;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.value.Money;
import city.c3po.portfolio.triage.TriageInputs.YearlyLikely;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What it may cost: once, and every year of running it, kept apart. Null is "not known yet", an empty list "nothing". */
@Schema(
        name = "InitiativeCost",
        description = "What it may cost. Null means not known yet; an empty list means nothing.")
public record Cost(
        @Schema(description = "To build or buy it, by fiscal year. Triage adds up the likely ones.")
        @Nullable @Size(max = 30) List<@NotNull @Valid Estimate> oneTime,

        @Schema(description = "To run it, by fiscal year. Triage leaves these out.") @Nullable @Size(max = 30) List<@NotNull @Valid Estimate> operations) {

    static final Cost UNKNOWN = new Cost(null, null);

    /** Three points for one fiscal year; each may be unknown. */
    @Schema(name = "YearlyEstimate", description = "Low, likely and high cost of one fiscal year; each may be unknown.")
    public record Estimate(
            @Schema(
                    description = "Begins on 1 July of the year before; named by the year it ends in.",
                    examples = "2028")
            @Min(2000) @Max(2200) int fiscalYear,

            @Valid @Nullable Money low,
            @Valid @Nullable Money likely,
            @Valid @Nullable Money high) {

        private List<Money> known() {
            return Stream.of(low, likely, high).filter(Objects::nonNull).toList();
        }

        private boolean inOrder() {
            var known = known();
            for (int n = 1; n < known.size(); n++) {
                if (known.get(n - 1).amount().compareTo(known.get(n).amount()) > 0) {
                    return false;
                }
            }
            return true;
        }
    }

    public Cost {
        // not List.copyOf: a null among them is for validation to name
        oneTime = oneTime == null ? null : oneTime.stream().toList();
        operations = operations == null ? null : operations.stream().toList();
    }

    @Nullable List<YearlyLikely> likelyOneTime() {
        return oneTime == null
                ? null
                : oneTime.stream()
                        .map(year -> new YearlyLikely(year.fiscalYear(), year.likely()))
                        .toList();
    }

    /** What is known of the likely one-time cost, in one currency. */
    public Money knownLikely(String currency) {
        var none = new Money(BigDecimal.ZERO, currency);
        return oneTime == null
                ? none
                : oneTime.stream()
                        .map(Estimate::likely)
                        .filter(likely -> likely != null && likely.currency().equals(currency))
                        .reduce(none, Money::plus);
    }

    List<Fault> faults(String pointer) {
        var faults = new ArrayList<Fault>();
        addFaults(oneTime, pointer + "/oneTime", faults);
        addFaults(operations, pointer + "/operations", faults);
        if (Stream.of(oneTime, operations)
                        .filter(Objects::nonNull)
                        .flatMap(List::stream)
                        .flatMap(year -> year.known().stream())
                        .map(Money::currency)
                        .distinct()
                        .count()
                > 1) {
            faults.add(ONE_CURRENCY.at(pointer));
        }
        return faults;
    }

    private static void addFaults(@Nullable List<Estimate> years, String pointer, List<Fault> faults) {
        if (years == null) {
            return;
        }
        var seen = new HashSet<Integer>();
        for (int n = 0; n < years.size(); n++) {
            var year = years.get(n);
            if (!seen.add(year.fiscalYear())) {
                faults.add(EACH_YEAR_ONCE.at(pointer + "/" + n + "/fiscalYear"));
            }
            if (year.known().stream().anyMatch(money -> money.amount().signum() < 0)) {
                faults.add(COSTS_NOT_NEGATIVE.at(pointer + "/" + n));
            }
            if (!year.inOrder()) {
                faults.add(COSTS_IN_ORDER.at(pointer + "/" + n));
            }
        }
    }
}
