package city.c3po.reporting.report;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report cycle as it is published. */
@Schema(name = "ReportCycle", description = "A report to a committee, from the day it is scheduled.")
record ReportCycleView(
        UUID id,

        @Schema(examples = "RPT-2026-0001") String number,
        ReportState state,

        @Schema(examples = "smart-cities-committee") String body,
        String title,

        @Schema(description = "The last day it tells of, in the city's calendar.")
        LocalDate cutOffDate,

        @Schema(description = "The end of that day.") Instant cutOff,
        LocalDate meetingDate,

        @Schema(
                nullable = true,
                description = "Due by the end of the meeting's day; null in what was recorded before it was kept.")
        @Nullable Instant dueAt,

        @Schema(nullable = true) @Nullable String agendaItem,
        int everyMonths,
        List<String> decisionsAsked,

        @Schema(nullable = true, description = "Null until it is frozen.") @Nullable Frozen frozen,

        @Schema(nullable = true, description = "Since when it waits for sources to be complete.") @Nullable Instant freezeRequestedAt,

        @Schema(nullable = true, description = "The problem's code, when what was asked for could not be.") @Nullable String freezeRefusedFor,

        @Schema(nullable = true, description = "What whoever returned it said.") @Nullable String comment,

        @Schema(nullable = true) @Nullable Instant publishedAt,
        @Schema(nullable = true) @Nullable String publishedBy,

        @Schema(nullable = true, description = "The report whose place this one takes.") @Nullable UUID supersedes,

        @Schema(nullable = true, description = "The report that takes its place.") @Nullable UUID supersededBy,

        @Schema(nullable = true, description = "Why it was superseded, withdrawn or cancelled.") @Nullable String reason,

        Instant createdAt,

        @Schema(nullable = true, description = "Where its figures are; null until it is frozen.") @Nullable String report,

        String href,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<ReportAction> allowedActions)
        implements Representation {

    static ReportCycleView of(Report report, @Nullable Actor reader) {
        var cycle = report.cycle();
        return new ReportCycleView(
                report.id(),
                report.number(),
                report.reportState(),
                cycle.body(),
                cycle.title(),
                cycle.cutOff(),
                report.schedule().cutOff(),
                cycle.meetingDate(),
                report.schedule().dueAt(),
                cycle.agendaItem(),
                cycle.months(),
                cycle.asked(),
                report.frozen(),
                report.freezeRequest().at(),
                report.freezeRequest().refusedFor(),
                report.comment(),
                report.outcome().publishedAt(),
                report.outcome().publishedBy(),
                report.supersedes(),
                report.outcome().supersededBy(),
                report.outcome().reason(),
                report.createdAt(),
                report.frozen() == null ? null : "/v1/reports/" + report.id(),
                report.href(),
                reader == null ? null : report.allowedActions(reader));
    }
}
