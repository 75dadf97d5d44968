package city.c3po.portfolio.lesson;

import city.c3po.portfolio.reference.Codes;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was learnt. */
@Schema(name = "LessonText", description = "What was learnt.")
record LessonText(
        @Schema(examples = "Data migration took twice as long as the software.") @NotBlank @Size(max = 2000) String statement,

        @Schema(description = "Why it came to that.") @NotBlank @Size(max = 2000) String cause,

        @Schema(description = "What the next one should look at, and when.") @NotBlank @Size(max = 2000) String recommendedCheck,

        @Schema(description = "An initiative with one of them finds it.") @NotNull @Size(min = 1, max = 20) List<@NotNull @Pattern(regexp = Codes.TAG) String> tags,

        @Schema(description = "Id of the project that taught it, if one did.") @Nullable UUID project,

        @Schema(description = "Made for a demonstration; said at creation only.", defaultValue = "false") @Nullable Boolean sampleData) {

    LessonText {
        // not List.copyOf: a null among them is for validation to name
        tags = tags == null ? null : tags.stream().toList();
    }

    LessonText settled(boolean sampleData) {
        return new LessonText(
                statement, cause, recommendedCheck, tags.stream().distinct().toList(), project, sampleData);
    }
}
