package city.c3po.portfolio.statusreport;

import city.c3po.platform.event.Event;
import city.c3po.portfolio.project.Colour;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a report. */
sealed interface StatusReportEvent extends Event {
    record Drafted(
            LocalDate end,
            @Nullable Colour computed,
            @Nullable Colour reported,
            Instant at) implements StatusReportEvent {}

    record Edited(@Nullable Colour computed, @Nullable Colour reported, Instant at) implements StatusReportEvent {}

    record Published(
            LocalDate end,
            @Nullable Colour computed,
            Colour reported,
            @Nullable String reason,
            Instant at) implements StatusReportEvent {}
}
