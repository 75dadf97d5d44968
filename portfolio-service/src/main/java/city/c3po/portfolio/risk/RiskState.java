package city.c3po.portfolio.risk;

import java.util.EnumSet;
import java.util.Set;

/** Where a risk stands; the only table of its legal moves. */
public enum RiskState {
    OPEN,
    /** It is an issue now. */
    OCCURRED,
    CLOSED;

    Set<RiskState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(OCCURRED, CLOSED);
            case OCCURRED, CLOSED -> EnumSet.noneOf(RiskState.class);
        };
    }
}
