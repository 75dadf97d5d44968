package city.c3po.portfolio.initiative;

import city.c3po.platform.value.Reference;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another initiative that reads like it. */
@Schema(name = "SimilarInitiative", description = "Another initiative that reads like it: perhaps the same.")
record SimilarInitiative(
        Reference initiative,

        @Schema(description = "Share of trigrams of title or problem that both have, 0 to 1.")
        BigDecimal similarity) {}
