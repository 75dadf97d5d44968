package city.c3po.portfolio.board;

import static city.c3po.portfolio.board.BoardRule.CONDITIONS_SAID;
import static city.c3po.portfolio.board.BoardRule.DEFERRAL_HAS_A_DAY;
import static city.c3po.portfolio.board.BoardRule.VOTED_ONCE;

import city.c3po.portfolio.initiative.ApprovalCondition;
import city.c3po.portfolio.initiative.BoardOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody proposes to decide.
 *
 * @param until with DEFERRED: the day from which it is docketed again
 */
@Schema(name = "Motion", description = "What somebody proposes to decide, and the votes on it.")
record Motion(
        BoardOutcome outcome,
        List<ApprovalCondition> conditions,
        @Nullable LocalDate until,
        String reason,
        String movedBy,
        List<Vote> votes) {

    Motion {
        conditions = List.copyOf(conditions);
        votes = List.copyOf(votes);
    }

    void requireSound(LocalDate today) {
        DEFERRAL_HAS_A_DAY.require(
                outcome == BoardOutcome.DEFERRED ? until != null && until.isAfter(today) : until == null);
        CONDITIONS_SAID.require((outcome == BoardOutcome.CONDITIONALLY_APPROVED) != conditions.isEmpty());
    }

    Motion with(Vote vote) {
        VOTED_ONCE.require(votes.stream().noneMatch(cast -> cast.seat() == vote.seat()));
        return new Motion(
                outcome,
                conditions,
                until,
                reason,
                movedBy,
                Stream.concat(votes.stream(), Stream.of(vote)).toList());
    }

    int count(Vote.Choice choice) {
        return (int) votes.stream().filter(vote -> vote.choice() == choice).count();
    }

    /** A tie is no majority. */
    boolean carried() {
        return count(Vote.Choice.YES) > count(Vote.Choice.NO);
    }
}
