package city.c3po.portfolio.resource;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said about a capacity. */
@Schema(name = "CapacityText", description = "Who there is, and what else they do.")
record CapacityText(
        @Schema(description = "Subject of the resource owner.") @NotBlank @Size(max = 255) String owner,

        @Schema(description = "Full-time equivalents.") @NotNull @DecimalMin("0") @Digits(integer = 5, fraction = 2) BigDecimal fte,

        @Schema(description = "Hours of leave; 0 where it is left out.")
        @Nullable @DecimalMin("0") @Digits(integer = 7, fraction = 2) BigDecimal leaveHours,

        @Schema(description = "Hours of operations; 0 where it is left out.")
        @Nullable @DecimalMin("0") @Digits(integer = 7, fraction = 2) BigDecimal operationsHours) {
    CapacityText {
        leaveHours = leaveHours == null ? BigDecimal.ZERO : leaveHours;
        operationsHours = operationsHours == null ? BigDecimal.ZERO : operationsHours;
    }

    BigDecimal taken() {
        return Objects.requireNonNull(leaveHours).add(Objects.requireNonNull(operationsHours));
    }
}
