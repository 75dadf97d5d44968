package city.c3po.portfolio.project;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a gate stands; the only table of its legal moves. */
@Schema(name = "GateState")
public enum GateState {
    /** Not opened yet, or closed again because a condition was not met in time. */
    CLOSED,
    /** Its approvers judge. */
    IN_REVIEW,
    /** The way is free. */
    OPEN,
    /** The way is free until a day. */
    CONDITIONAL,
    /** Not now. */
    HELD,
    /** Not at all. */
    TERMINATED;

    Set<GateState> next() {
        return switch (this) {
            case CLOSED, HELD -> EnumSet.of(IN_REVIEW);
            case IN_REVIEW -> EnumSet.of(OPEN, CONDITIONAL, HELD, TERMINATED);
            case CONDITIONAL -> EnumSet.of(OPEN, CLOSED);
            case OPEN, TERMINATED -> EnumSet.noneOf(GateState.class);
        };
    }
}
