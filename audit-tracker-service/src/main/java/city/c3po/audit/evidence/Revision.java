package city.c3po.audit.evidence;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One state of a piece of evidence; the next one is beside it, never in its place. */
@Schema(name = "EvidenceRevision", description = "One state of a piece of evidence.")
public record Revision(
        int revision,
        @Nullable String link,
        @Nullable String mediaType,
        @Nullable String fileName,

        @Schema(description = "Bytes.") @Nullable Long size,

        @Schema(description = "SHA-256, hexadecimal: of the bytes or of what the link named.")
        String sha256,

        @Schema(description = "Subject of who submitted it; will not verify it.")
        String submittedBy,

        Instant submittedAt,

        @Schema(description = "Id of the verification that rested on it: it never changes any more.") @Nullable UUID frozenBy) {

    Revision frozen(UUID verification) {
        return new Revision(
                revision,
                link,
                mediaType,
                fileName,
                size,
                sha256,
                submittedBy,
                submittedAt,
                frozenBy == null ? verification : frozenBy);
    }

    Revision silent() {
        return new Revision(revision, null, mediaType, null, size, sha256, submittedBy, submittedAt, frozenBy);
    }
}
