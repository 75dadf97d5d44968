package city.c3po.portfolio.cost;

import city.c3po.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a project's entries come to. */
@Schema(name = "CostSummary", description = "What a project's entries come to; null where there is none of the kind.")
record CostSummary(
        UUID project,
        @Nullable Money budget,
        @Nullable Money encumbered,
        @Nullable Money actual,

        @Schema(description = "What belongs to this day or an earlier one is posted to a later one.") @Nullable LocalDate closedThrough,

        List<Line> lines) {

    /** The sum of one kind in one month and funding line. */
    @Schema(name = "CostLine")
    record Line(
            CostKind kind,
            @Schema(description = "First day of the month.") LocalDate month,
            @Nullable String fundingLine,
            Money amount) {}
}
