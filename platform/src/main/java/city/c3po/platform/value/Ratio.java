package city.c3po.platform.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A quotient with four places, half-up, or the reason why there is none: never 0 for "unknown".
 *
 * @param value null when it cannot be reckoned
 * @param reason why there is no value; null when there is one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "A quotient with four places (rounded half-up), or null with the reason why there is none.")
public record Ratio(
        @Schema(nullable = true, examples = "0.9500") @Nullable BigDecimal value,

        @Schema(nullable = true) @Nullable Reason reason) {

    public static final int PLACES = 4;

    /** Why a ratio has no value. */
    public enum Reason {
        DIVISION_BY_ZERO,
        MISSING_INPUT;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static Ratio of(@Nullable BigDecimal dividend, @Nullable BigDecimal divisor) {
        if (dividend == null || divisor == null) {
            return new Ratio(null, Reason.MISSING_INPUT);
        }
        if (divisor.signum() == 0) {
            return new Ratio(null, Reason.DIVISION_BY_ZERO);
        }
        return new Ratio(dividend.divide(divisor, PLACES, RoundingMode.HALF_UP), null);
    }
}
