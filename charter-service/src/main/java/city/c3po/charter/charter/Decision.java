package city.c3po.charter.charter;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was decided: never changed, superseded by a later one. */
@Schema(name = "CharterDecision", description = "What was decided; a later decision may supersede it.")
public record Decision(
        int number,
        String text,

        @Schema(description = "Of the decision matrix.") @Nullable String type,

        @Schema(description = "Subject of who is accountable for it.")
        String decidedBy,

        LocalDate decidedOn,
        @Nullable String reason,
        @Nullable Integer supersedes,
        String recordedBy,
        Instant recordedAt) {}
