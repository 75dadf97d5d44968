package city.c3po.charter.charter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was found of a committed criterion. */
@Schema(name = "CriterionAssessment", description = "What was found of a committed criterion.")
public record Assessment(
        @Schema(description = "Key of the criterion.") String criterion,

        Verdict verdict,

        @Schema(description = "Why it is waived or failed.") @Nullable String reason,

        @Schema(description = "WAIVED: subject of the sponsor who waived it.") @Nullable String waivedBy,

        @Schema(description = "DEFERRED: subject of who settles it.") @Nullable String owner,

        @Schema(description = "DEFERRED: by when, at most 180 days from now.") @Nullable LocalDate due,

        @Schema(description = "What shows it: addresses of documents, test reports, measurements.")
        List<String> evidence,

        String assessedBy,
        Instant assessedAt) {

    public enum Verdict {
        PASS,
        FAIL,
        WAIVED,
        DEFERRED
    }
}
