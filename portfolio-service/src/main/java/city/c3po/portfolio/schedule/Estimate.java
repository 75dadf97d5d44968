package city.c3po.portfolio.schedule;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How uncertain a duration in days, or an amount of money, is. */
@Schema(name = "Estimate", description = "A spread: low (optimistic), likely and high (pessimistic).")
public record Estimate(
        @NotNull Shape shape,

        @NotNull @DecimalMin("0") @Digits(integer = 13, fraction = 2) BigDecimal low,

        @Nullable @Digits(integer = 13, fraction = 2) BigDecimal likely,

        @NotNull @Digits(integer = 13, fraction = 2) BigDecimal high) {

    /** The family of its distribution. */
    @Schema(name = "EstimateShape")
    public enum Shape {
        UNIFORM,
        TRIANGULAR,
        PERT
    }

    public boolean sound() {
        return switch (shape) {
            case UNIFORM -> likely == null && low.compareTo(high) <= 0;
            case TRIANGULAR, PERT -> likely != null && low.compareTo(likely) <= 0 && likely.compareTo(high) <= 0;
        };
    }
}
