package city.c3po.portfolio.board;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import city.c3po.portfolio.initiative.ApprovalCondition;
import city.c3po.portfolio.initiative.BoardOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A decision as callers see it. */
@Schema(name = "Decision", description = "What a meeting decided of an initiative, and how. It never changes.")
public record DecisionView(
        UUID id,
        @Schema(examples = "DEC-2026-0001") String number,
        String href,
        DecisionState state,
        Reference initiative,
        Reference meeting,
        BoardOutcome outcome,
        List<ApprovalCondition> conditions,

        @Schema(description = "With DEFERRED: the day from which it is docketed again.") @Nullable LocalDate until,

        String reason,

        @Schema(description = "Subject of who put the motion.")
        String movedBy,

        List<Vote> votes,
        Tally tally,
        @Nullable Reference supersedes,
        @Nullable Reference supersededBy,
        Instant decidedAt,
        long version)
        implements Representation {

    static DecisionView of(Decision decision, @Nullable Actor reader) {
        var motion = decision.motion();
        return new DecisionView(
                decision.id(),
                decision.number(),
                decision.href(),
                decision.decisionState(),
                decision.initiative(),
                decision.meeting(),
                motion.outcome(),
                motion.conditions(),
                motion.until(),
                motion.reason(),
                motion.movedBy(),
                motion.votes(),
                decision.tally(),
                decision.supersedes(),
                decision.supersededBy(),
                decision.decidedAt(),
                decision.version());
    }
}
