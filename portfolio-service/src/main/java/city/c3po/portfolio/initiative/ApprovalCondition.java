package city.c3po.portfolio.initiative;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** On what the board approves; it becomes a criterion of a gate. */
@Schema(name = "ApprovalCondition", description = "On what the board approves; it becomes a criterion of that gate.")
public record ApprovalCondition(
        @NotBlank @Size(max = 2000) String text,

        @Schema(
                description = "The gate before which it must be met: G1 to G6; G1 where it is left out.",
                defaultValue = "G1")
        @Nullable @Pattern(regexp = "G[1-6]") String gate) {

    public ApprovalCondition {
        gate = gate == null ? "G1" : gate;
    }
}
