package city.c3po.portfolio.project;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The colour of the last status report, or STALE where the first never came.
 *
 * @param nextDue the day on which the next one ends its period
 */
@Schema(
        name = "ProjectColour",
        description =
                "The colour of the last status report; STALE when the next, or the first, is more than 7 days late.")
public record ProjectColour(
        @Schema(description = "As the figures say; null where they say nothing.") @Nullable Colour computed,

        @Schema(description = "As whoever leads the project says.") @Nullable Colour reported,

        @Schema(description = "Why the two differ, or what made it stale or red since.") @Nullable String reason,

        @Schema(description = "The last day of the period it is about; without a report, of the first one owed.")
        LocalDate asOf,

        @Schema(description = "The last day of the period whose report is owed next.")
        LocalDate nextDue) {
    /** A report may be this late. */
    static final int DAYS_OF_GRACE = 7;

    /** Of a project that was never reported on: it owes the report of the period in which it began. */
    static ProjectColour none(LocalDate firstDue) {
        return new ProjectColour(null, null, null, firstDue, firstDue);
    }

    ProjectColour stale() {
        return new ProjectColour(
                Colour.STALE,
                Colour.STALE,
                "No status report for the period that ended on " + nextDue + ".",
                asOf,
                nextDue);
    }

    /** The special report that was owed did not come. */
    ProjectColour overdue(LocalDate due) {
        return new ProjectColour(
                Colour.RED, reported, "The special report due on " + due + " is overdue.", asOf, nextDue);
    }

    boolean lateOn(LocalDate today) {
        return reported != Colour.STALE && today.isAfter(nextDue.plusDays(DAYS_OF_GRACE));
    }
}
