package city.c3po.portfolio.board;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a vote ended. */
@Schema(name = "Tally", description = "How the vote ended.")
record Tally(
        int yes,
        int no,
        int abstained,

        @Schema(description = "Seats present and not recused.")
        int counting,

        int recused,
        @Schema(description = "How many were needed.") int quorum) {}
