package city.c3po.portfolio.baseline;

import java.util.EnumSet;
import java.util.Set;

/** Where a baseline stands; the only table of its legal moves. */
public enum BaselineState {
    DRAFT,
    SUBMITTED,
    /** In force, and never changed again. */
    APPROVED,
    /** A later one is in force. */
    SUPERSEDED;

    Set<BaselineState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SUBMITTED);
            case SUBMITTED -> EnumSet.of(APPROVED, DRAFT);
            case APPROVED -> EnumSet.of(SUPERSEDED);
            case SUPERSEDED -> EnumSet.noneOf(BaselineState.class);
        };
    }
}
