package city.c3po.portfolio.statusreport;

import java.util.EnumSet;
import java.util.Set;

/** Where a response plan stands; the only table of its legal moves. */
public enum ResponsePlanState {
    OPEN,
    /** All its exit criteria hold. */
    COMPLETED,
    ABANDONED;

    Set<ResponsePlanState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(COMPLETED, ABANDONED);
            case COMPLETED, ABANDONED -> EnumSet.noneOf(ResponsePlanState.class);
        };
    }
}
