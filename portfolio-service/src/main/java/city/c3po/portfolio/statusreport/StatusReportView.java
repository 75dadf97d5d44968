package city.c3po.portfolio.statusreport;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import city.c3po.portfolio.project.Colour;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report as callers see it. */
@Schema(name = "StatusReport", description = "How a project stood at the end of a period: figures, colours and words.")
record StatusReportView(
        UUID id,
        String href,
        Reference project,
        StatusReportState state,
        @Schema(description = "Last day of the period.") LocalDate end,
        String summary,

        @Schema(description = "The worst of its dimensions, and red while a special report is overdue.") @Nullable Colour computed,

        @Schema(description = "As whoever leads the project says.") @Nullable Colour reported,

        @Schema(description = "Why the two differ.") @Nullable String reason,

        List<DimensionStatus> dimensions,
        StatusSnapshot snapshot,

        @Schema(description = "With a red report: the response plan that it opens.")
        StatusText.@Nullable PlanSaid responsePlan,

        @Nullable String publishedBy,
        @Nullable Instant publishedAt,
        Instant createdAt,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<StatusReportAction> allowedActions)
        implements Representation {

    static StatusReportView of(StatusReport report, @Nullable Actor reader) {
        var text = report.text();
        var standing = report.standing();
        return new StatusReportView(
                report.id(),
                report.href(),
                report.project().reference(),
                report.reportState(),
                report.end(),
                text.summary(),
                standing.computed(),
                standing.reported(),
                text.reason(),
                standing.dimensions(),
                standing.snapshot(),
                text.responsePlan(),
                report.publishedBy(),
                report.publishedAt(),
                report.createdAt(),
                report.version(),
                reader == null ? null : report.allowedActions(reader));
    }
}
