package city.c3po.audit.audit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was found: what should be, what is, why, and what comes of it. */
@Schema(name = "NewFinding", description = "What was found; the title is enough.")
public record FindingText(
        @Schema(description = "F1, F2 … if left out.", examples = "F1")
        @Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9.-]{0,19}") String key,

        @NotBlank @Size(max = 500) String title,

        @Schema(description = "What should be.") @Nullable @Size(max = 8000) String criteria,

        @Schema(description = "What is.") @Nullable @Size(max = 8000) String condition,

        @Nullable @Size(max = 8000) String cause,
        @Nullable @Size(max = 8000) String effect,

        @Schema(
                description =
                        "Public editions count it and say nothing of it. Its recommendations are confidential too.")
        @Nullable Boolean confidential,

        @Schema(description = "Made for a demonstration.") @Nullable Boolean sampleData) {

    boolean secret() {
        return Boolean.TRUE.equals(confidential);
    }
}
