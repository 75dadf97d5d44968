package city.c3po.portfolio.baseline;

import city.c3po.portfolio.schedule.PlannedStep;
import city.c3po.portfolio.schedule.ScheduledActivity;
import city.c3po.portfolio.schedule.Technique;
import city.c3po.portfolio.schedule.network.Activity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a baseline says of one activity. */
@Schema(name = "BaselineItem", description = "What a baseline says of one activity.")
public record BaselineItem(
        String activity,
        String title,
        @Nullable String wbs,
        Activity.Kind kind,
        LocalDate start,
        LocalDate finish,

        @Schema(description = "In the project's currency; null where none was said.") @Nullable BigDecimal budget,

        Technique technique,
        List<PlannedStep> steps) {

    static BaselineItem of(ScheduledActivity planned) {
        var said = planned.said();
        return new BaselineItem(
                said.id(),
                said.title(),
                said.wbs(),
                Objects.requireNonNull(said.kind()),
                planned.dates().earlyStart(),
                planned.dates().earlyFinish(),
                said.budget(),
                Objects.requireNonNull(said.technique()),
                Objects.requireNonNull(said.steps()));
    }
}
