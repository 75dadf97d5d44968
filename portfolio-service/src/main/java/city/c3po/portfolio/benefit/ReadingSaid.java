package city.c3po.portfolio.benefit;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said of a measurement. */
@Schema(name = "BenefitReadingSaid", description = "What was measured, and when.")
record ReadingSaid(
        @NotNull LocalDate day,
        @NotNull @Digits(integer = 13, fraction = 4) BigDecimal value,
        @Nullable @Size(min = 1, max = 1000) String comment) {}
