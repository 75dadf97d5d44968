package city.c3po.inventory.quality;

import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was measured.
 *
 * @param index null when no score is known
 */
record Measure(
        Scores scores,

        @Schema(description = "Weighted mean of the scores that are known, between 0 and 1; null when none is.")
        @Nullable BigDecimal index,

        @Schema(description = "How many live assets were judged.")
        int assets,

        @Schema(description = "How many of them no source, and nobody, has seen lately.")
        int stale,

        @Schema(implementation = Object.class, type = SchemaType.OBJECT, description = "Score → its weight.")
        Map<String, BigDecimal> weights) {

    @Schema(name = "QualityScores", description = "Each between 0 and 1; null when there is nothing to judge by.")
    record Scores(
            @Schema(description = "How much of what assets of their kind should say is said.") @Nullable BigDecimal completeness,

            @Schema(
                    description =
                            "How many were seen within three cadences of a source that feeds them, and are not overdue in an attestation.")
            @Nullable BigDecimal freshness,

            @Schema(description = "How many have no twin by kind, name and department, and are in no open review.")
            @Nullable BigDecimal uniqueness,

            @Schema(description = "How many of the departments, people, vendors and products that they name are known.")
            @Nullable BigDecimal mapping) {}
}
