package city.c3po.portfolio.board;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A board as callers see it. */
@Schema(name = "Board", description = "Who decides.")
public record BoardView(
        UUID id,
        @Schema(examples = "BRD-2026-0001") String number,
        String href,
        String title,
        int seats,

        @Schema(description = "How many must be present and not recused.")
        int quorum,

        int chairSeat,
        @Schema(description = "All terms, past ones too.") List<BoardMember> members,
        Instant createdAt,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<BoardAction> allowedActions)
        implements Representation {

    static BoardView of(Board board, @Nullable Actor reader) {
        return new BoardView(
                board.id(),
                board.number(),
                board.href(),
                board.text().title(),
                board.text().seats(),
                Meeting.quorumOf(board.text().seats()),
                board.text().chairSeat(),
                board.members(),
                board.createdAt(),
                board.version(),
                reader == null ? null : board.allowedActions(reader));
    }
}
