package city.c3po.portfolio.progress;

import city.c3po.portfolio.earned.Achievement;
import city.c3po.portfolio.schedule.PlannedActivity;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an activity has come to at the end of the period. */
@Schema(
        name = "AchievementSaid",
        description = "What an activity of the baseline has come to at the end of the period.")
record AchievementSaid(
        @Schema(description = "Id of the activity, as in the baseline.") @NotNull @Pattern(regexp = PlannedActivity.ID) String activity,

        @Nullable LocalDate started,
        @Nullable LocalDate finished,

        @Schema(description = "With PERCENT_COMPLETE: 0 to 100.") @Nullable BigDecimal percent,

        @Schema(description = "With WEIGHTED_MILESTONES: ids of the steps that are done.") @Nullable @Size(max = 100) List<@NotNull @Size(max = 40) String> steps) {
    AchievementSaid {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    Achievement achievement() {
        return new Achievement(activity, started, finished, percent, Set.copyOf(Objects.requireNonNull(steps)));
    }
}
