package city.c3po.portfolio.changerequest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody asks for. */
@Schema(name = "ChangeText", description = "What somebody asks to change, and why.")
public record ChangeText(
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 4000) String reason,

        @Schema(description = "What is in scope after it that was not before, and the other way round.")
        @Nullable @Size(max = 4000) String scope,

        @Schema(
                description = "Whether the delivery approach changes with it; that asks for a special report.",
                defaultValue = "false")
        @Nullable Boolean newApproach) {
    public ChangeText {
        newApproach = Boolean.TRUE.equals(newApproach);
    }
}
