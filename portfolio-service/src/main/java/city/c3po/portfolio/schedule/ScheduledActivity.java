package city.c3po.portfolio.schedule;

import city.c3po.portfolio.schedule.network.ActivityDates;
import city.c3po.portfolio.schedule.network.Driver;
import city.c3po.portfolio.schedule.network.Progress;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An activity, and its dates. */
@Schema(name = "ScheduledActivity", description = "An activity as it was said, and the dates that follow.")
public record ScheduledActivity(
        @Schema(description = "Its place in the schedule, from 1.")
        int ordinal,

        PlannedActivity said,
        Dates dates) {
    /** What was computed; dates are inclusive, floats are working days. */
    @Schema(name = "ActivityDates")
    public record Dates(
            Progress progress,
            LocalDate earlyStart,
            LocalDate earlyFinish,
            LocalDate lateStart,
            LocalDate lateFinish,

            @Schema(description = "When the remaining part of a running one goes on.") @Nullable LocalDate resumes,

            @Schema(description = "Null where it is finished, or a level of effort.") @Nullable Integer totalFloat,

            @Nullable Integer freeFloat,
            boolean critical,

            @Schema(description = "The predecessor that drives its dates.") @Nullable String drivingPredecessor,

            @Schema(
                    description =
                            "What drives its start: a link, a constraint, the data date, the project's start or what"
                                    + " happened.")
            String drivenBy,

            @Schema(description = "Whether it finishes after its deadline.")
            boolean deadlineMissed) {

        static Dates of(ActivityDates computed) {
            var start = computed.startDriver().link();
            var finish = computed.finishDriver().link();
            return new Dates(
                    computed.progress(),
                    computed.earlyStart(),
                    computed.earlyFinish(),
                    computed.lateStart(),
                    computed.lateFinish(),
                    computed.resumes(),
                    computed.totalFloat(),
                    computed.freeFloat(),
                    computed.critical(),
                    start != null ? start.predecessor() : finish != null ? finish.predecessor() : null,
                    named(start == null && finish != null ? computed.finishDriver() : computed.startDriver()),
                    computed.deadlineMissed());
        }

        private static String named(Driver driver) {
            return switch (driver) {
                case Driver.Actual() -> "actual";
                case Driver.ByLink(var link) -> "link";
                case Driver.ByConstraint(var constraint) ->
                    "constraint-" + constraint.type().name().toLowerCase(Locale.ROOT);
                case Driver.DataDate() -> "data-date";
                case Driver.ProjectStart() -> "project-start";
                case Driver.ProjectFinish() -> "project-finish";
                case Driver.Duration() -> "duration";
            };
        }
    }
}
