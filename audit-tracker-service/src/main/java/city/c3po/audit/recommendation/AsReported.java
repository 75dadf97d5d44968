package city.c3po.audit.recommendation;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A management status from before this record, with the day it was reported and the document that says so. */
@Schema(
        name = "AsReported",
        description = "A status from before this record, with its day and the document that says so.")
public record AsReported(
        ManagementStatus status,
        LocalDate asOf,

        @Schema(description = "Left out of the events of confidential recommendations.") @Nullable String document) {

    AsReported silent() {
        return new AsReported(status, asOf, null);
    }
}
