package city.c3po.portfolio.benefit;

import city.c3po.platform.value.Money;
import city.c3po.platform.value.Ratio;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came back, by currency: amounts of different currencies are never added up. */
@Schema(
        name = "PortfolioReturn",
        description = "What came back of what was spent, from readings and from what finance posted.")
record PortfolioReturn(List<Line> lines) {

    /** What came back in one currency. */
    @Schema(name = "PortfolioReturnLine", description = "What came back in one currency.")
    record Line(
            String currency,

            @Schema(description = "Projects with a benefit that has a price.")
            int projects,

            @Schema(description = "What finance posted for them; null before the first entry.") @Nullable Money invested,

            @Schema(description = "What their readings were worth.")
            Money realised,

            @Schema(description = "Of these projects, those for which finance posted nothing yet.")
            int investmentUnknown,

            @Schema(description = "(realised − invested) by invested; null with a reason where that is not known.")
            Ratio returnOnInvestment) {}
}
