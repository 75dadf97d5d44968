package city.c3po.portfolio.risk;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is done about a risk. */
@Schema(name = "RiskResponse", description = "What is done about a risk.")
record RiskResponse(
        Strategy strategy,
        String plan,

        @Schema(description = "What is expected of it.") @Nullable Rated residual,

        @Schema(description = "Subject of who decided so.") String by,
        Instant at) {

    /** The five ways to answer a risk. */
    @Schema(name = "RiskStrategy")
    enum Strategy {
        AVOID,
        REDUCE,
        TRANSFER,
        ACCEPT,
        /** To whoever can do more about it: the sponsor or the portfolio office. */
        ESCALATE
    }
}
