package city.c3po.reporting.report;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * For which body and meeting a report is made.
 *
 * @param cutOff the last day it tells of, in the city's calendar
 * @param everyMonths how often the body hears a report
 */
@Schema(name = "ReportCycleText", description = "For which body and meeting a report is made.")
public record Cycle(
        @Schema(description = "The committee, by its code.", examples = "smart-cities-committee")
        @NotBlank @Size(max = 100) @Pattern(regexp = "[a-z0-9][a-z0-9-]*") String body,

        @NotBlank @Size(max = 200) String title,

        @Schema(description = "The last day it tells of; ends at 23:59:59 city time.") @NotNull LocalDate cutOff,

        @NotNull LocalDate meetingDate,

        @Schema(nullable = true, examples = "D.1") @Size(max = 100) @Nullable String agendaItem,

        @Schema(description = "How many months lie between two reports; 2 unless told.", nullable = true)
        @Min(1) @Max(12) @Nullable Integer everyMonths,

        @Schema(description = "What is asked of the committee, a sentence each.", nullable = true)
        @Size(max = 20) @Nullable List<@NotBlank @Size(max = 500) String> decisionsAsked) {
    static final int EVERY_OTHER_MONTH = 2;

    public int months() {
        return everyMonths == null ? EVERY_OTHER_MONTH : everyMonths;
    }

    List<String> asked() {
        return decisionsAsked == null ? List.of() : decisionsAsked;
    }
}
