package city.c3po.portfolio.resource;

import city.c3po.portfolio.reference.Codes;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose time a project asks for. */
@Schema(name = "AllocationText", description = "Whose time a project asks for, and how much of it.")
record AllocationText(
        @Schema(description = "Code of the department.", examples = "DEP-PW")
        @NotNull @Pattern(regexp = Codes.DEPARTMENT) String department,

        @Schema(description = "The role.", examples = "developer") @NotNull @Pattern(regexp = CapacityKey.ROLE) String role,

        @Schema(description = "The month.", examples = "2026-09") @NotNull @Pattern(regexp = CapacityKey.MONTH) String month,

        @Schema(description = "How much time in the month.")
        @NotNull @DecimalMin("0.25") @Digits(integer = 6, fraction = 2) BigDecimal hours,

        @Schema(description = "What for.") @Nullable @Size(min = 1, max = 1000) String purpose) {

    CapacityKey key() {
        return new CapacityKey(department, role, YearMonth.parse(month));
    }
}
