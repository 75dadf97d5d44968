package city.c3po.reporting.report;

import city.c3po.platform.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a report. */
sealed interface ReportEvent extends Event {
    record CycleScheduled(String body, LocalDate cutOffDate, LocalDate meetingDate, Instant at)
            implements ReportEvent {}

    record CycleEdited(LocalDate cutOffDate, LocalDate meetingDate, Instant at) implements ReportEvent {}

    record CollectingStarted(Instant at) implements ReportEvent {}

    /** Frozen by itself as soon as everything up to the cut-off is known. */
    record FreezeRequested(String by, Instant at) implements ReportEvent {}

    /** @param code of the problem */
    record FreezeRefused(String code, Instant at) implements ReportEvent {}

    /** @param override why it was frozen although a source was not complete */
    record CycleFrozen(
            int revision,
            long head,
            String sha256,
            @Nullable String previousSha256,
            @Nullable String override,
            Instant at)
            implements ReportEvent {
        @Override
        public @Nullable String why() {
            return override;
        }
    }

    record ReviewStarted(String by, Instant at) implements ReportEvent {}

    record Returned(String by, String comment, Instant at) implements ReportEvent {
        @Override
        public String why() {
            return comment;
        }
    }

    /** @param dueAt the end of the meeting's day: published later, it is late */
    record Published(
            int revision,
            String sha256,
            @Nullable String previousSha256,
            String body,
            Instant cutOff,
            LocalDate meetingDate,
            Instant dueAt,
            Instant publishedAt,
            String by,
            Instant at)
            implements ReportEvent {}

    /** @param supersededBy the cycle of the corrected report */
    record Superseded(UUID supersededBy, String reason, String by, Instant at) implements ReportEvent {
        @Override
        public String why() {
            return reason;
        }
    }

    record Withdrawn(String reason, String by, Instant at) implements ReportEvent {
        @Override
        public String why() {
            return reason;
        }
    }

    record Cancelled(String reason, String by, Instant at) implements ReportEvent {
        @Override
        public String why() {
            return reason;
        }
    }

    /** @param shown the report that the public dashboard shows from now on; null when it has none to show */
    record DashboardRefreshed(@Nullable UUID shown, Instant at) implements ReportEvent {}
}
