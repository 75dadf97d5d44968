package city.c3po.inventory.review;

import java.util.EnumSet;
import java.util.Set;

/** Where a review stands; the only table of its legal moves. */
public enum MatchReviewState {
    /** A person decides. */
    OPEN,
    /** Incomplete: waits for the rest, or for a person. */
    HELD,
    LINKED,
    REGISTERED,
    DISMISSED,
    /** A later file told the rest. */
    COMPLETED,
    /** Nobody told the rest within 90 days. */
    EXPIRED;

    Set<MatchReviewState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(LINKED, REGISTERED, DISMISSED, COMPLETED);
            case HELD -> EnumSet.of(LINKED, REGISTERED, DISMISSED, COMPLETED, EXPIRED);
            case LINKED, REGISTERED, DISMISSED, COMPLETED, EXPIRED -> EnumSet.noneOf(MatchReviewState.class);
        };
    }
}
