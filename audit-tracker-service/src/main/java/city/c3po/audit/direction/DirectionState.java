package city.c3po.audit.direction;

import java.util.EnumSet;
import java.util.Set;

/** Where a direction stands; the only table of its legal moves. */
public enum DirectionState {
    /** The department owes an answer. */
    GIVEN,
    ANSWERED,
    SATISFIED,
    /** The body no longer wants it. */
    WITHDRAWN;

    Set<DirectionState> next() {
        return switch (this) {
            case GIVEN -> EnumSet.of(ANSWERED, WITHDRAWN);
            case ANSWERED -> EnumSet.of(GIVEN, SATISFIED, WITHDRAWN);
            case SATISFIED, WITHDRAWN -> EnumSet.noneOf(DirectionState.class);
        };
    }
}
