package city.c3po.portfolio.initiative;

import city.c3po.platform.value.Reference;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the assessors together made of it: {@code S = 20·Σ(w·m)/100} with m the median of a criterion's marks, so from 0
 * to 100.
 *
 * @param revision of the initiative that was marked
 */
@Schema(name = "InitiativeScore", description = "20 · Σ(weight · median) / 100: from 0 to 100.")
public record InitiativeScore(
        BigDecimal score,

        @Schema(description = "The scoring model that was applied.")
        Reference model,

        @Schema(description = "The revision of the initiative that was marked.")
        int revision,

        @Schema(description = "How many assessors marked it.")
        int assessors,

        List<Criterion> criteria,
        Instant at) {

    /** One criterion's part of the score. */
    @Schema(name = "ScoredCriterion", description = "One criterion's part of the score.")
    public record Criterion(
            String code,
            int weight,

            @Schema(description = "The median of its marks.")
            BigDecimal median,

            @Schema(description = "Highest mark less lowest.")
            int spread,

            @Schema(description = "The assessors see it differently: the spread is 3 or more.")
            boolean flagged) {}
}
