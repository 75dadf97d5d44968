package city.c3po.charter.engagement;

import java.util.EnumSet;
import java.util.Set;

/** Where a nominee stands; the only table of legal moves. */
public enum NomineeState {
    PROPOSED,
    UNDER_REVIEW,
    APPROVED,
    REJECTED,
    /** Works in the position. */
    ACTIVE,
    RELEASED;

    Set<NomineeState> next() {
        return switch (this) {
            case PROPOSED -> EnumSet.of(UNDER_REVIEW);
            case UNDER_REVIEW -> EnumSet.of(APPROVED, REJECTED);
            case APPROVED -> EnumSet.of(ACTIVE, RELEASED);
            case ACTIVE -> EnumSet.of(RELEASED);
            case REJECTED, RELEASED -> EnumSet.noneOf(NomineeState.class);
        };
    }
}
