package city.c3po.portfolio.project;

import city.c3po.platform.actor.Actor;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A forecast put the project into a higher tier.
 *
 * @param accepted null while it waits for a second person
 */
@Schema(name = "ProjectReclassification", description = "A forecast put the project into a higher tier.")
record Reclassification(
        Tier from,
        Tier to,

        @Schema(description = "Which line was crossed, in one sentence each.")
        List<String> why,

        @Schema(description = "Subject of who made the forecast.")
        String forecastBy,

        Instant at,

        @Schema(description = "Whether the higher tier was accepted; null while a second person is awaited.") @Nullable Boolean accepted,

        @Nullable String reason,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {

    boolean waits() {
        return accepted == null;
    }

    Reclassification answered(boolean accepted, String reason, Actor by, Instant at) {
        return new Reclassification(from, to, why, forecastBy, this.at, accepted, reason, by.sub(), at);
    }
}
