package city.c3po.portfolio.policy;

import city.c3po.portfolio.reference.Codes;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an edition of a policy says. */
@Schema(name = "PolicyText", description = "What an edition of a policy says.")
record PolicyText(
        @Schema(description = "Names the policy through all its editions.", examples = "technology-management")
        @NotNull @Pattern(regexp = Codes.TAG) String code,

        @Schema(examples = "Technology Management and Deployments Policy") @NotBlank @Size(max = 200) String title,

        @Schema(description = "What it says, or where that is written.") @NotBlank @Size(max = 20_000) String text,

        @NotNull @Size(min = 1, max = 5) List<@NotNull PolicyArea> areas,

        @Schema(description = "Made for a demonstration; said at creation only.", defaultValue = "false") @Nullable Boolean sampleData) {

    PolicyText {
        // not List.copyOf: a null among them is for validation to name
        areas = areas == null ? null : areas.stream().toList();
    }

    PolicyText settled(boolean sampleData) {
        return new PolicyText(code, title, text, areas.stream().distinct().toList(), sampleData);
    }
}
