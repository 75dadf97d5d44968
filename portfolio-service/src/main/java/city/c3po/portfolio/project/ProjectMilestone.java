package city.c3po.portfolio.project;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A milestone of the schedule, as the baseline, the schedule and the record say it. */
@Schema(name = "ProjectMilestone", description = "A milestone: as approved, as computed now, and as it happened.")
public record ProjectMilestone(
        @Schema(description = "As in the schedule.") String id,

        String title,

        @Schema(description = "In the baseline in force.") @Nullable LocalDate baseline,

        @Schema(description = "As computed from the schedule.")
        LocalDate forecast,

        @Schema(description = "The day on which it was reached.") @Nullable LocalDate actual) {

    ProjectMilestone against(@Nullable LocalDate day) {
        return new ProjectMilestone(id, title, day, forecast, actual);
    }
}
