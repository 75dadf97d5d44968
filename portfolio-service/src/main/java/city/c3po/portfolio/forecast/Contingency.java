package city.c3po.portfolio.forecast;

import city.c3po.platform.value.Money;
import city.c3po.platform.value.Reference;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a project should set aside.
 *
 * @param need P80 − P50 of the last forecast
 */
@Schema(name = "Contingency", description = "What a project should set aside for what may happen.")
record Contingency(
        Reference project,

        @Schema(description = "Where the last forecast is to be read; null before the first.") @Nullable String forecast,

        @Schema(description = "P80 − P50 of its cost.") @Nullable Money need,

        @Schema(description = "Calendar days between its P50 and P80 finish.") @Nullable Long needDays,

        @Schema(description = "Sum over the open risks of probability times mean cost.")
        Money expected,

        int openRisks,

        @Schema(description = "Open risks above the city's appetite.")
        int aboveAppetite,

        @Schema(description = "Open risks whose review is overdue today.")
        int reviewsOverdue) {}
