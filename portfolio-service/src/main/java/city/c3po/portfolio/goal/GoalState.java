package city.c3po.portfolio.goal;

import java.util.EnumSet;
import java.util.Set;

/** Where a goal stands; the only table of its legal moves. */
public enum GoalState {
    /** Initiatives are held against it. */
    ACTIVE,
    /** No longer; what was said stays said. */
    RETIRED;

    Set<GoalState> next() {
        return switch (this) {
            case ACTIVE -> EnumSet.of(RETIRED);
            case RETIRED -> EnumSet.noneOf(GoalState.class);
        };
    }
}
