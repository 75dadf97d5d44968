package city.c3po.portfolio.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is told of a schedule without its rows. */
@Schema(name = "ScheduleSummary")
public record ScheduleSummary(
        @Schema(description = "Code of the calendar whose working days count.")
        String calendar,

        @Schema(description = "Nothing starts before this day.")
        LocalDate start,

        @Schema(description = "What happened lies before the start of this day.")
        LocalDate dataDate,

        @Schema(description = "The last day, computed.") LocalDate finish,

        @Schema(description = "Working days from the first to the last.")
        int duration,

        int activities,
        int links,
        int milestones,

        @Schema(description = "Activities without any float.")
        int critical,

        @Schema(description = "The activities that drive the finish, in order; the last 500.")
        List<String> drivingPath,

        @Schema(description = "Sum of all budgets, in the project's currency; null where no activity says one.")
        @Nullable BigDecimal budget,

        @Schema(description = "Hash of everything that was said.")
        String sha256) {}
