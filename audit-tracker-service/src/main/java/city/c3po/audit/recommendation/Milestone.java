package city.c3po.audit.recommendation;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A date on the way, with its weight in the progress that management reports. */
@Schema(name = "ImprovementMilestone", description = "A date on the way, with its weight in the progress.")
public record Milestone(
        @Schema(examples = "M1") String key,

        @Nullable String title,
        Horizon horizon,

        @Schema(description = "Its share of the progress.") int weight,

        @Schema(description = "Whether nothing can be claimed without it.")
        boolean mandatory,

        @Nullable LocalDate start,
        LocalDate due,

        @Schema(description = "As it was first planned.") LocalDate originalDue,

        @Schema(description = "Milestones that come before it.")
        List<String> dependsOn,

        @Nullable LocalDate doneOn) {

    /** Within a year, or later. */
    @Schema(name = "Horizon")
    public enum Horizon {
        SHORT,
        LONG
    }

    static final String KEY = "[A-Za-z0-9][A-Za-z0-9.-]{0,19}";

    /** @param known the milestone under this key so far */
    static Milestone of(PlannedMilestone said, LocalDate today, @Nullable Milestone known) {
        return new Milestone(
                said.key(),
                said.title(),
                said.horizon() != null
                        ? said.horizon()
                        : said.due().isAfter(today.plusMonths(12)) ? Horizon.LONG : Horizon.SHORT,
                said.weight() == null ? 1 : said.weight(),
                said.mandatory() == null || said.mandatory(),
                said.start(),
                said.due(),
                known == null ? said.due() : known.originalDue(),
                said.dependsOn() == null
                        ? List.of()
                        : said.dependsOn().stream().distinct().toList(),
                known == null ? null : known.doneOn());
    }

    boolean done() {
        return doneOn != null;
    }

    Milestone doneOn(LocalDate day) {
        return new Milestone(key, title, horizon, weight, mandatory, start, due, originalDue, dependsOn, day);
    }

    Milestone silent() {
        return new Milestone(key, null, horizon, weight, mandatory, start, due, originalDue, dependsOn, doneOn);
    }
}
