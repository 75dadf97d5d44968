package city.c3po.portfolio.project;

import java.util.EnumSet;
import java.util.Set;

/** Where a project stands; the only table of its legal moves. */
public enum ProjectState {
    /** Its charter is written and committed to. */
    INITIATING,
    /** How, by whom and with what is worked out. */
    PLANNING,
    /** What is bought is being bought. */
    PROCURING,
    /** The work is done. */
    EXECUTING,
    /** What was made is accepted by those who committed to it. */
    CLOSING,
    /** Done; its benefits are still read. */
    CLOSED,
    /** Stands still; returns to where it was. */
    ON_HOLD,
    /** Given up. */
    CANCELLED;

    /** From PLANNING straight to EXECUTING goes only what is made in-house, by a recorded decision. */
    Set<ProjectState> next() {
        return switch (this) {
            case INITIATING -> EnumSet.of(PLANNING, ON_HOLD, CANCELLED);
            case PLANNING -> EnumSet.of(PROCURING, EXECUTING, ON_HOLD, CANCELLED);
            case PROCURING -> EnumSet.of(EXECUTING, ON_HOLD, CANCELLED);
            case EXECUTING -> EnumSet.of(CLOSING, ON_HOLD, CANCELLED);
            case CLOSING -> EnumSet.of(CLOSED, ON_HOLD, CANCELLED);
            case ON_HOLD -> EnumSet.of(INITIATING, PLANNING, PROCURING, EXECUTING, CLOSING, CANCELLED);
            case CLOSED, CANCELLED -> EnumSet.noneOf(ProjectState.class);
        };
    }

    boolean isOpen() {
        return switch (this) {
            case INITIATING, PLANNING, PROCURING, EXECUTING, CLOSING, ON_HOLD -> true;
            case CLOSED, CANCELLED -> false;
        };
    }
}
