package city.c3po.portfolio.feasibility;

import city.c3po.portfolio.reference.WorkKind;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * By how much closed projects of a kind overran.
 *
 * @param missing how many cases are missing to say anything; 0 when there are enough
 */
@Schema(name = "ReferenceClass", description = "By how much the city's own closed projects of a kind overran.")
public record ReferenceClass(
        WorkKind kind,

        @Schema(description = "Closed projects with a budget and what they came to.")
        int cases,

        @Schema(description = "How many more it takes to say anything.")
        int missing,

        @Schema(description = "Why there are no quantiles: too-few-cases.") @Nullable String reason,

        @Schema(description = "Cost in the end / budget − 1.") @Nullable Quantiles cost,

        @Schema(description = "Days it took / days planned − 1; null where fewer than ten say both.") @Nullable Quantiles duration) {

    /** Shares of projects that stayed at or below. */
    @Schema(
            name = "OverrunQuantiles",
            description = "10, 50, 80 and 90 percent of the projects overran by at most this share.")
    public record Quantiles(BigDecimal p10, BigDecimal p50, BigDecimal p80, BigDecimal p90) {}
}
