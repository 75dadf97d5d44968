package city.c3po.portfolio.schedule;

import city.c3po.platform.rule.Fault;
import city.c3po.portfolio.schedule.network.Activity;
import city.c3po.portfolio.schedule.network.Constraint;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said about an activity. Id, title and duration are enough. */
@Schema(name = "PlannedActivity", description = "What is said about an activity. Id, title and duration are enough.")
public record PlannedActivity(
        @Schema(
                description = "Its id in the schedule; stays the same when the schedule is replaced.",
                examples = "A100")
        @NotNull @Pattern(regexp = PlannedActivity.ID) String id,

        @NotBlank @Size(max = 200) String title,

        @Schema(description = "Its place in the work breakdown structure.", examples = "1.2.3")
        @Nullable @Size(max = 100) String wbs,

        @Schema(description = "TASK where it is left out.") Activity.@Nullable Kind kind,

        @Schema(description = "Working days; 0 for a milestone.") @Nullable Integer duration,

        @Nullable LocalDate actualStart,
        @Nullable LocalDate actualFinish,

        @Schema(description = "Of a running one: working days still to do.") @Nullable Integer remaining,

        @Nullable @Size(max = 7) List<@NotNull @Valid PlannedConstraint> constraints,

        @Schema(description = "What it may cost, in the project's currency.")
        @Nullable @Digits(integer = 13, fraction = 2) BigDecimal budget,

        @Schema(description = "How value is earned on it; PERCENT_COMPLETE where it is left out.") @Nullable Technique technique,

        @Schema(description = "With WEIGHTED_MILESTONES: its steps.") @Nullable @Size(max = 100) List<@NotNull @Valid PlannedStep> steps,

        @Schema(description = "How uncertain its duration is, in working days.") @Valid @Nullable Estimate days,

        @Schema(description = "How uncertain its cost is, in the project's currency.") @Valid @Nullable Estimate cost) {
    public static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

    public PlannedActivity {
        kind = kind == null ? Activity.Kind.TASK : kind;
        duration = duration == null ? 0 : duration;
        constraints = constraints == null ? List.of() : List.copyOf(constraints);
        technique = technique == null ? Technique.PERCENT_COMPLETE : technique;
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    Activity activity() {
        return new Activity(
                id,
                kind,
                duration,
                actualStart,
                actualFinish,
                remaining,
                constraints.stream()
                        .map(said -> new Constraint(said.type(), said.date()))
                        .toList());
    }

    /** The same, with what a file of another program cannot say. */
    PlannedActivity knowing(PlannedActivity before) {
        return new PlannedActivity(
                id,
                title,
                wbs,
                kind,
                duration,
                actualStart,
                actualFinish,
                remaining,
                constraints,
                before.budget,
                before.technique,
                before.steps,
                before.days,
                before.cost);
    }

    boolean isMilestone() {
        return kind == Activity.Kind.MILESTONE;
    }

    void collectFaults(String pointer, List<Fault> faults) {
        if (budget != null && budget.signum() < 0) {
            faults.add(ScheduleRule.BUDGET_NOT_NEGATIVE.at(pointer + "/budget"));
        }
        if (days != null && (!days.sound() || days.high().compareTo(MOST_DAYS) > 0)) {
            faults.add(ScheduleRule.SOUND_ESTIMATE.at(pointer + "/days"));
        }
        if (cost != null && !cost.sound()) {
            faults.add(ScheduleRule.SOUND_ESTIMATE.at(pointer + "/cost"));
        }
        var weights = steps.stream().map(PlannedStep::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        var stepped = technique == Technique.WEIGHTED_MILESTONES;
        if (stepped != (weights.compareTo(HUNDRED) == 0) || (!stepped && !steps.isEmpty())) {
            faults.add(ScheduleRule.SOUND_STEPS.at(pointer + "/steps"));
        }
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** As many as a forecast takes. */
    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(10_000);
}
