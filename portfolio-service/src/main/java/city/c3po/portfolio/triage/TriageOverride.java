package city.c3po.portfolio.triage;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two people decided that the criteria do not tell the whole story. */
@Schema(name = "TriageOverride", description = "A class that two people chose over the one the criteria give.")
public record TriageOverride(
        @Schema(description = "What the criteria said.") Outcome from,
        @Schema(description = "What the two people say.") Outcome to,
        String reason,

        @Schema(description = "Subject of who asked for it.")
        String requestedBy,

        Instant requestedAt,

        @Schema(description = "Subject of who confirmed it.")
        String confirmedBy,

        Instant confirmedAt) {}
