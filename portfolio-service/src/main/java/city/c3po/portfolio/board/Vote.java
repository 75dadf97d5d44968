package city.c3po.portfolio.board;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a seat says to a motion. */
@Schema(name = "Vote", description = "What a seat says to the motion.")
record Vote(int seat, String person, Choice choice, Instant at) {
    /** What one can say to a motion. */
    @Schema(name = "VoteChoice")
    enum Choice {
        YES,
        NO,
        ABSTAIN
    }
}
