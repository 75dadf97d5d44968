package city.c3po.audit.recommendation;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A later target date: asked for, and granted or refused. */
@Schema(name = "Extension", description = "A later target date: asked for, and granted or refused.")
public record Extension(
        int number,
        LocalDate from,
        LocalDate to,

        @Schema(
                description =
                        "Who decides: at most 90 days beyond the original target the auditor, more the committee.")
        Band band,

        @Schema(description = "Left out of the events of confidential recommendations.") @Nullable String reason,

        @Schema(description = "Subject of who asked.") String requestedBy,

        Instant requestedAt,
        @Nullable Decision decision,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    /** How far the new date is from the original one. */
    @Schema(name = "ExtensionBand")
    public enum Band {
        AUDITOR,
        COMMITTEE
    }

    /** The answer. */
    @Schema(name = "ExtensionDecision")
    public enum Decision {
        GRANTED,
        REFUSED
    }

    boolean open() {
        return decision == null;
    }

    Extension decided(Decision answer, String by, Instant at) {
        return new Extension(number, from, to, band, reason, requestedBy, requestedAt, answer, by, at);
    }

    Extension silent() {
        return new Extension(number, from, to, band, null, requestedBy, requestedAt, decision, decidedBy, decidedAt);
    }
}
