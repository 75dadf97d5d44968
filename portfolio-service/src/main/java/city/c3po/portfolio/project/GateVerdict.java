package city.c3po.portfolio.project;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one approver says of a gate. */
@Schema(name = "GateVerdict", description = "What one approver said.")
record GateVerdict(
        @Schema(description = "Subject of the approver.") String by,
        Opinion opinion,
        @Nullable String comment,

        @Schema(description = "Last day for the condition.") @Nullable LocalDate due,

        Instant at) {

    /** What an approver can say. */
    @Schema(name = "GateOpinion")
    enum Opinion {
        GO,
        GO_ON_CONDITION,
        HOLD,
        TERMINATE;

        boolean isGo() {
            return switch (this) {
                case GO, GO_ON_CONDITION -> true;
                case HOLD, TERMINATE -> false;
            };
        }
    }
}
