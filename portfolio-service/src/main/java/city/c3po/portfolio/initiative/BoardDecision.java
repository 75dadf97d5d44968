package city.c3po.portfolio.initiative;

import city.c3po.platform.value.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the board decided of an initiative last; the decision itself is a record of its own.
 *
 * @param until with DEFERRED: the day from which it can be docketed again
 */
@Schema(name = "BoardDecision", description = "What the board decided last.")
public record BoardDecision(
        Reference decision,
        BoardOutcome outcome,
        List<ApprovalCondition> conditions,

        @Schema(description = "With DEFERRED: the day from which it is docketed again.") @Nullable LocalDate until,

        String reason,
        Instant at) {}
