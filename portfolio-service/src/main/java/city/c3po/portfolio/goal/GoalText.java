package city.c3po.portfolio.goal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said about a goal. */
@Schema(name = "GoalText", description = "Where the city wants to go.")
record GoalText(
        @NotBlank @Size(max = 200) @Schema(examples = "Smart city")
        String title,

        @Nullable @Size(max = 2000) String statement,

        @Schema(description = "How anyone will see that it is reached.") @Nullable @Size(max = 20) List<@NotNull @Valid Measure> measures,

        @Schema(description = "Made for a demonstration; said at creation only.", defaultValue = "false") @Nullable Boolean sampleData) {

    /** One thing that is looked at. */
    @Schema(name = "GoalMeasure", description = "One thing that is looked at.")
    record Measure(
            @NotBlank @Size(max = 500) String what,

            @Schema(description = "What it shall be.", examples = "90 % within 5 days") @NotBlank @Size(max = 200) String target) {}

    GoalText {
        measures = measures == null ? List.of() : measures.stream().toList();
    }

    GoalText settled(boolean sampleData) {
        return new GoalText(title, statement, measures, sampleData);
    }
}
