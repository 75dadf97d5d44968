package city.c3po.portfolio.cost;

import city.c3po.platform.rule.Fault;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one entry of a batch. */
@Schema(name = "CostOutcome", description = "What became of one entry.")
record CostOutcome(
        String nativeKey,
        Result result,

        @Schema(description = "Null where it was refused.") @Nullable UUID id,

        @Schema(description = "Why it was refused.") List<Fault> errors) {

    /** Whether it is on record. */
    @Schema(name = "CostOutcomeResult")
    enum Result {
        POSTED,
        /** Posted before, with the same values. */
        KNOWN,
        REFUSED
    }
}
