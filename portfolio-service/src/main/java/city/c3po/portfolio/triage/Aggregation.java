package city.c3po.portfolio.triage;

import city.c3po.platform.value.Money;
import city.c3po.platform.value.Reference;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Initiatives of one department that share a vendor, a product or a funding line, submitted within twelve months: together
 * they may be one that is larger than it looks.
 *
 * @param total this one included
 */
@Schema(
        name = "TriageAggregation",
        description = "Others of the same department with the same vendor, product or funding line in twelve months.")
public record Aggregation(
        @Schema(description = "Likely one-time cost of all of them, this one included.")
        Money total,

        Money threshold,
        @Schema(description = "The first day that counts.") LocalDate from,

        @Schema(description = "The first 500 of them by number; the total is of all.")
        List<Sibling> initiatives) {

    /** Another part, as it seems. */
    @Schema(name = "TriageSibling", description = "Another initiative that may be a part of the same.")
    public record Sibling(
            Reference initiative,

            @Schema(description = "Its likely one-time cost, or what its projects are forecast at if that is more.")
            Money likely,

            @Schema(description = "What both have: vendor, product, fundingLine.")
            List<String> shared) {}

    public Aggregation {
        initiatives = List.copyOf(initiatives);
    }

    boolean isAbove(Money line) {
        return total.currency().equals(line.currency()) && total.isMoreThan(line);
    }

    boolean isAboveTheLine() {
        return total.isMoreThan(threshold);
    }

    /** As a criterion would say it. */
    public Finding finding() {
        var others = initiatives.stream()
                .map(sibling -> sibling.initiative().number())
                .collect(Collectors.joining(", "));
        return new Finding(
                Criterion.COST,
                Answer.TRUE,
                "Together with " + others + " it comes to " + total + ", which is greater than " + threshold + ".",
                List.of(
                        new Finding.UsedInput("together", total.toString()),
                        new Finding.UsedInput("threshold", threshold.toString())),
                List.of());
    }
}
