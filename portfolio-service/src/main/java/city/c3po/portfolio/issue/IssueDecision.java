package city.c3po.portfolio.issue;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that was decided because of an issue. */
@Schema(name = "IssueDecision", description = "Something that was decided because of an issue.")
record IssueDecision(
        @Schema(description = "Its number within the issue, from 1.")
        int decision,

        String text,

        @Schema(description = "Number or link of the record of whoever decided.") @Nullable String record,

        String by,
        Instant at) {}
