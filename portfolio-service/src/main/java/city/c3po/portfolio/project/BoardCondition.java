package city.c3po.portfolio.project;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A condition of the board's approval, and the gate at which it must be met. */
@Schema(name = "BoardCondition", description = "A condition of the approval, and the gate at which it must be met.")
public record BoardCondition(
        @NotBlank @Size(max = 2000) String text,

        @Schema(description = "G1 where it is left out.", defaultValue = "G1") @Nullable GateName gate) {

    public BoardCondition {
        gate = gate == null ? GateName.G1 : gate;
    }
}
