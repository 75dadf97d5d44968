package city.c3po.portfolio.board;

import city.c3po.platform.value.Reference;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One place of a ranking.
 *
 * @param position where its score alone would put it
 */
@Schema(name = "RankedInitiative", description = "One place of a ranking.")
record RankedInitiative(
        int rank,
        Reference initiative,
        BigDecimal score,

        @Schema(description = "Where legal mandate, score and submission would put it.")
        int position,

        @Schema(description = "Why it is not there.") @Nullable String reason) {}
