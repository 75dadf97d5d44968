package city.c3po.charter.evaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the city says of a consultant in a period. */
@Schema(name = "EvaluationFindings", description = "What the city says of a consultant in a period.")
record Findings(
        @NotNull LocalDate from,
        @NotNull LocalDate until,

        @Schema(description = "Whether it is the last one of the engagement; no where it is left out.") @Nullable Boolean last,

        @NotNull @Valid Score quality,
        @NotNull @Valid Score schedule,
        @NotNull @Valid Score cost,
        @NotNull @Valid Score management,
        @NotNull @Valid Score keyStaff,
        @NotNull @Valid Score compliance,
        @Nullable @Size(max = 4000) String summary) {

    @Schema(name = "EvaluationScore", description = "1 to 5, with the fact it rests on.")
    record Score(
            @Min(1) @Max(5) int score,

            @Schema(description = "Address of what shows it.", examples = "/v1/projects/0198c0de/status-reports/4")
            @NotBlank @Size(max = 1000) String fact) {}

    /** Two places. */
    BigDecimal average() {
        var scores = Stream.of(quality, schedule, cost, management, keyStaff, compliance)
                .toList();
        int sum = scores.stream().mapToInt(Score::score).sum();
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(scores.size()), 2, RoundingMode.HALF_UP);
    }
}
