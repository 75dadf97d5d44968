package city.c3po.portfolio.risk;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rating and what the city's scale made of it on that day. */
@Schema(name = "RatedRisk", description = "A rating, and what the city's scale made of it.")
record Rated(
        int probability,
        int impact,

        @Schema(description = "Probability times impact, 1 to 25.")
        int score,

        @Schema(description = "Name of the band it falls into.", examples = "HIGH")
        String band) {}
