package city.c3po.portfolio.baseline;

import city.c3po.platform.value.Money;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a baseline holds, without its rows. */
@Schema(name = "BaselineContent")
record BaselineContent(
        @Schema(description = "Nothing starts before this day.")
        LocalDate start,

        @Schema(description = "The last day.") LocalDate finish,

        @Schema(description = "Sum of all budgets: the budget at completion.")
        Money cost,

        @Schema(description = "Code of the calendar whose working days count.")
        String calendar,

        int activities,

        @Schema(description = "Hash of the schedule it was taken from.")
        String sha256) {}
