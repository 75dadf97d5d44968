package city.c3po.audit.evidence;

import city.c3po.audit.recommendation.LivingEvidence;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One state of a piece of evidence; the next one is beside it, never in its place. */
@Schema(name = "EvidenceRevision", description = "One state of a piece of evidence.")
public record Revision(
        int revision,
        @Nullable String link,

        @Schema(description = "For a MEASURE: as it was when the evidence was added.") @Nullable LivingEvidence measure,

        @Nullable String mediaType,
        @Nullable String fileName,

        @Schema(description = "Bytes.") @Nullable Long size,

        @Schema(
                description =
                        "SHA-256, hexadecimal: of the bytes, of what the link named, or of the measure in its five lines (key, numerator, denominator, target, measuredAt).")
        String sha256,

        @Schema(description = "Subject of who submitted it; will not verify it.")
        String submittedBy,

        Instant submittedAt,

        @Schema(description = "Id of the verification that rested on it: it never changes any more.") @Nullable UUID frozenBy) {

    Revision frozen(UUID verification) {
        return new Revision(
                revision,
                link,
                measure,
                mediaType,
                fileName,
                size,
                sha256,
                submittedBy,
                submittedAt,
                frozenBy == null ? verification : frozenBy);
    }

    Revision silent() {
        return new Revision(revision, null, measure, mediaType, null, size, sha256, submittedBy, submittedAt, frozenBy);
    }
}
