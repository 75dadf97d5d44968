package city.c3po.portfolio.statusreport;

import java.util.EnumSet;
import java.util.Set;

/** Where a divergence stands; the only table of its legal moves. */
public enum DivergenceState {
    OPEN,
    EXPLAINED;

    Set<DivergenceState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(EXPLAINED);
            case EXPLAINED -> EnumSet.noneOf(DivergenceState.class);
        };
    }
}
