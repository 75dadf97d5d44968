package city.c3po.portfolio.board;

import java.util.EnumSet;
import java.util.Set;

/** Whether a decision still holds. */
public enum DecisionState {
    IN_FORCE,
    /** A later one holds. */
    SUPERSEDED;

    Set<DecisionState> next() {
        return switch (this) {
            case IN_FORCE -> EnumSet.of(SUPERSEDED);
            case SUPERSEDED -> EnumSet.noneOf(DecisionState.class);
        };
    }
}
