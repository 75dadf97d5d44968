package city.c3po.portfolio.project;

import city.c3po.platform.value.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What finance posted for it. */
@Schema(name = "MoneyActual", description = "What the finance system posted for it.")
public record MoneyActual(
        @Schema(description = "Sum of the actual cost entries; null before the first.") @Nullable Money cost,

        @Schema(description = "Money bound by orders and contracts.")
        Money encumbered) {}
