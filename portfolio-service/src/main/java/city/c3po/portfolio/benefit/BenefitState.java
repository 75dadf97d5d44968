package city.c3po.portfolio.benefit;

import java.util.EnumSet;
import java.util.Set;

/** Where a benefit stands; the only table of its legal moves. */
public enum BenefitState {
    TRACKED,
    CLOSED;

    Set<BenefitState> next() {
        return switch (this) {
            case TRACKED -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.noneOf(BenefitState.class);
        };
    }
}
