package city.c3po.reporting.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report that has figures, as a line of a list. */
@Schema(name = "Report", description = "A report whose figures stand.")
record ReportView(
        UUID id,

        @Schema(examples = "RPT-2026-0001") String number,
        ReportState state,
        String body,
        String title,
        LocalDate cutOffDate,
        LocalDate meetingDate,
        Frozen frozen,

        @Schema(nullable = true) @Nullable Instant publishedAt,

        @Schema(nullable = true, description = "The report that takes its place.") @Nullable UUID supersededBy,

        @Schema(nullable = true, description = "Why it was superseded or withdrawn.") @Nullable String reason,

        String href) {
    static ReportView of(Report report) {
        return new ReportView(
                report.id(),
                report.number(),
                report.reportState(),
                report.body(),
                report.cycle().title(),
                report.cycle().cutOff(),
                report.cycle().meetingDate(),
                Objects.requireNonNull(report.frozen()),
                report.outcome().publishedAt(),
                report.outcome().supersededBy(),
                report.outcome().reason(),
                "/v1/reports/" + report.id());
    }
}
