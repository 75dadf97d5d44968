package city.c3po.portfolio.progress;

import java.util.EnumSet;
import java.util.Set;

/** Where a period stands; the only table of its legal moves. */
public enum ProgressPeriodState {
    OPEN,
    /** Never changed again. */
    CLOSED;

    Set<ProgressPeriodState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.noneOf(ProgressPeriodState.class);
        };
    }
}
