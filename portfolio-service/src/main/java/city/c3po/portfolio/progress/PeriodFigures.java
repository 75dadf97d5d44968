package city.c3po.portfolio.progress;

import city.c3po.platform.value.Reference;
import city.c3po.portfolio.earned.EarnedSchedule;
import city.c3po.portfolio.earned.EarnedValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a project stands at the end of a period.
 *
 * @param schedule null while no time has passed in the plan
 */
@Schema(name = "PeriodFigures", description = "Earned value and earned schedule at the end of a period.")
public record PeriodFigures(
        @Schema(description = "The baseline that value was earned against.")
        Reference baseline,

        EarnedValue value,
        @Schema(description = "In months.") EarnedSchedule schedule) {}
