package city.c3po.portfolio.statusreport;

import city.c3po.platform.value.Ratio;
import city.c3po.portfolio.project.Colour;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How one dimension stands. */
@Schema(name = "DimensionStatus", description = "How one dimension stands.")
record DimensionStatus(
        Dimension dimension,

        @Schema(description = "How far off it is; null with a reason where that is not known.")
        Ratio variance,

        @Schema(description = "From the variance; null where that is not known.") @Nullable Colour computed,

        @Schema(description = "As whoever leads the project says; the computed one where nothing is said.") @Nullable Colour reported,

        @Schema(description = "Why the two differ.") @Nullable String reason,

        @Nullable String comment,

        @Schema(description = "What to record so that it can be computed; null where it is.") @Nullable String missing) {

    boolean diverges() {
        return computed != null && reported != null && computed != reported;
    }
}
