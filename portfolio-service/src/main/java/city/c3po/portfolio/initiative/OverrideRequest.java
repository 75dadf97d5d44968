package city.c3po.portfolio.initiative;

import city.c3po.portfolio.triage.Outcome;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody asked for another class; it awaits a second person. */
@Schema(
        name = "TriageOverrideRequest",
        description = "A class asked for instead of the triage's; awaits a second person.")
record OverrideRequest(
        Outcome to,
        String reason,
        @Schema(description = "Subject of who asked.") String requestedBy,
        Instant requestedAt) {}
