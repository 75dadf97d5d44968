package city.c3po.portfolio.risk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How likely and how bad, from 1 to 5 each. */
@Schema(name = "RiskRating", description = "How likely and how bad, from 1 (least) to 5 (most).")
record Rating(
        @Min(1) @Max(5) int probability, @Min(1) @Max(5) int impact) {}
