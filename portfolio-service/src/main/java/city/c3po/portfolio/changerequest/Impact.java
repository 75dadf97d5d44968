package city.c3po.portfolio.changerequest;

import city.c3po.platform.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a change costs. */
@Schema(name = "ChangeImpact", description = "What a change costs, in money and time. Both may be negative.")
public record Impact(
        @NotNull @Valid Money cost,

        @Schema(description = "By how many days the finish moves.") @NotNull @Min(-5000) @Max(5000) Integer days,

        @Nullable @Size(min = 1, max = 2000) String benefits) {}
