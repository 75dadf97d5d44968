package city.c3po.portfolio.schedule;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How uncertain a duration in days, or an amount of money, is. */
@Schema(name = "UncertainValue", description = "A spread: low (optimistic), likely and high (pessimistic).")
public record Estimate(
        @NotNull Shape shape,

        @NotNull @DecimalMin("0") @Digits(integer = 13, fraction = 2) BigDecimal low,

        @Nullable @Digits(integer = 13, fraction = 2) BigDecimal likely,

        @NotNull @Digits(integer = 13, fraction = 2) BigDecimal high) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal THREE = BigDecimal.valueOf(3);
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);
    private static final BigDecimal SIX = BigDecimal.valueOf(6);

    /** The family of its distribution. */
    @Schema(name = "EstimateShape")
    public enum Shape {
        UNIFORM,
        TRIANGULAR,
        PERT
    }

    /** What it comes to on average. */
    public BigDecimal mean() {
        return switch (shape) {
            case UNIFORM -> low.add(high).divide(TWO, 4, RoundingMode.HALF_UP);
            case TRIANGULAR -> low.add(Objects.requireNonNull(likely)).add(high).divide(THREE, 4, RoundingMode.HALF_UP);
            case PERT ->
                low.add(Objects.requireNonNull(likely).multiply(FOUR)).add(high).divide(SIX, 4, RoundingMode.HALF_UP);
        };
    }

    public boolean sound() {
        return switch (shape) {
            case UNIFORM -> likely == null && low.compareTo(high) <= 0;
            case TRIANGULAR, PERT -> likely != null && low.compareTo(likely) <= 0 && likely.compareTo(high) <= 0;
        };
    }
}
