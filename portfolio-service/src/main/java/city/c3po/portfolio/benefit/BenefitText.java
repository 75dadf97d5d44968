package city.c3po.portfolio.benefit;

import static city.c3po.portfolio.benefit.BenefitRule.TARGET_BEYOND_BASELINE;
import static city.c3po.portfolio.benefit.BenefitRule.WORTH_IN_PROJECT_CURRENCY;

import city.c3po.platform.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said about a benefit. */
@Schema(
        name = "BenefitText",
        description = "What is to become better, by how much, until when, and what that is worth.")
record BenefitText(
        @NotBlank @Size(max = 200) String title,

        @Schema(description = "What is measured, and how.", examples = "Days until a request is closed")
        @NotBlank @Size(max = 500) String measure,

        @NotBlank @Size(max = 40) String unit,

        @Schema(description = "Before the project.") @NotNull @Digits(integer = 13, fraction = 4) BigDecimal baseline,

        @NotNull @Digits(integer = 13, fraction = 4) BigDecimal target,

        @Schema(description = "The day by which the target is to be reached.") @NotNull LocalDate due,

        @Schema(description = "Subject of who answers for it, also after the project.") @NotBlank @Size(max = 255) String owner,

        @Schema(description = "What one unit towards the target is worth in a year; null where it has no price.")
        @Valid @Nullable Money worthPerUnitAndYear) {

    void requireSound(String currency) {
        TARGET_BEYOND_BASELINE.require(target.compareTo(baseline) != 0);
        WORTH_IN_PROJECT_CURRENCY.require(worthPerUnitAndYear == null
                || (worthPerUnitAndYear.currency().equals(currency)
                        && worthPerUnitAndYear.amount().signum() >= 0));
    }

    /** Whether a reading still means the same. */
    boolean measuresAs(BenefitText other) {
        return measure.equals(other.measure)
                && unit.equals(other.unit)
                && baseline.compareTo(other.baseline) == 0
                && Objects.equals(worthPerUnitAndYear, other.worthPerUnitAndYear);
    }

    /** Units towards the target; negative when it got worse. */
    BigDecimal gained(BigDecimal value) {
        var more = value.subtract(baseline);
        return target.compareTo(baseline) > 0 ? more : more.negate();
    }
}
