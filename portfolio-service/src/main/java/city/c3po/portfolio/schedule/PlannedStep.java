package city.c3po.portfolio.schedule;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One step of an activity whose value is earned by weighted milestones. */
@Schema(name = "PlannedStep", description = "A step, its share of the budget in percent, and its planned day.")
public record PlannedStep(
        @NotBlank @Size(max = 40) String id,

        @NotNull @DecimalMin("0.01") @DecimalMax("100") @Digits(integer = 3, fraction = 2) BigDecimal weight,

        @NotNull LocalDate planned) {}
