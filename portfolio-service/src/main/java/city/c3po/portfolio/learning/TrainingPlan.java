package city.c3po.portfolio.learning;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is taught. */
@Schema(name = "TrainingPlan", description = "What is taught.")
record TrainingPlan(
        @Schema(examples = "Writing a charter") @NotBlank @Size(max = 200) String title,

        @Nullable @Size(max = 4000) String description,

        @Schema(description = "Made for a demonstration; said at creation only.", defaultValue = "false") @Nullable Boolean sampleData) {

    TrainingPlan settled(boolean sampleData) {
        return new TrainingPlan(title, description, sampleData);
    }
}
