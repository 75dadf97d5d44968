package city.c3po.audit.publication;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many there are; confidential ones count like all others. */
@Schema(name = "PublicSummary", description = "How many there are; confidential ones count like all others.")
public record PublicSummary(
        @Schema(examples = "10") int recommendations,

        @Schema(description = "Of these, how many are only counted.")
        int confidential,

        @Schema(description = "By what the issuing body verified.")
        Map<String, Integer> byVerifiedStatus,

        @Schema(description = "By the department's claim, in the city's words.")
        Map<String, Integer> byStatus,

        @Schema(description = "Whether some of it was made for a demonstration.")
        boolean sampleData) {}
