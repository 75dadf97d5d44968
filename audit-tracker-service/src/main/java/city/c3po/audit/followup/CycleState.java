package city.c3po.audit.followup;

import java.util.EnumSet;
import java.util.Set;

/** Where a cycle stands; the only table of legal moves. */
public enum CycleState {
    OPEN,
    /** Departments say where they stand. */
    COLLECTING,
    /** The issuing body looks at claims. */
    VERIFYING,
    FROZEN,
    PUBLISHED;

    Set<CycleState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(COLLECTING);
            case COLLECTING -> EnumSet.of(VERIFYING);
            case VERIFYING -> EnumSet.of(FROZEN);
            case FROZEN -> EnumSet.of(PUBLISHED);
            case PUBLISHED -> EnumSet.noneOf(CycleState.class);
        };
    }
}
