package city.c3po.platform.event;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something of the backbone that stands still until an operator acts. */
@Schema(description = "An event that waits: for an operator, or behind one that does.")
public record ParkedEvent(
        @Schema(description = "The same as long as it waits.")
        UUID id,

        Kind kind,

        @Schema(description = "The topic it came from, or cannot be sent to.", examples = "c3po.portfolio.v1")
        String topic,

        @Schema(
                description = "Whose event it is; null where not even the headers can be read.",
                examples = "initiative")
        @Nullable String aggregateType,

        @Nullable String aggregateId,

        @Schema(description = "The version it would be; null where unknown.") @Nullable Long version,

        @Schema(description = "Why it cannot go on; null when it only waits for the one before it.") @Nullable String error,

        Instant since,

        @Schema(description = "Where in the topic it stands; null for what was not sent.") @Nullable Integer partition,

        @Nullable Long offset) {

    /** Why it waits. */
    @Schema(
            name = "ParkedEventKind",
            description =
                    "PARKED: came in and cannot be taken. HELD: came in, and waits for the version before it. UNSENT: of this"
                            + " service, and cannot be sent; all later events of the aggregate wait behind it.")
    public enum Kind {
        PARKED,
        HELD,
        UNSENT
    }

    @Schema(description = "What a replay led to.")
    public record Replayed(
            UUID id,

            @Schema(
                    description =
                            "TAKEN: its effect has happened, and that of all that waited for it. QUEUED: it is sent again at once.")
            Outcome outcome) {
        /** How it went on. */
        @Schema(name = "ReplayOutcome")
        public enum Outcome {
            TAKEN,
            QUEUED
        }
    }
}
