package city.c3po.portfolio.program;

import city.c3po.portfolio.reference.Codes;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said about a program. */
@Schema(name = "ProgramPlan", description = "What is said about a program. A title is enough.")
record ProgramPlan(
        @NotBlank @Size(max = 200) @Schema(examples = "Ship IT!")
        String title,

        @Nullable @Size(max = 4000) String description,

        @Schema(description = "Subject of who leads it.") @Nullable @Pattern(regexp = Codes.SUBJECT) String manager,

        @Schema(description = "Made for a demonstration; said at creation only.", defaultValue = "false") @Nullable Boolean sampleData) {

    ProgramPlan settled(boolean sampleData) {
        return new ProgramPlan(title, description, manager, sampleData);
    }
}
