package city.c3po.portfolio.product;

import java.util.EnumSet;
import java.util.Set;

/** Where a product stands; the only table of its legal moves. */
public enum ProductState {
    /** Wanted, not there yet. */
    PROPOSED,
    /** Used, and developed further. */
    ACTIVE,
    /** Used, and only kept running. */
    SUSTAINING,
    /** On its way out. */
    SUNSETTING,
    /** Gone. */
    RETIRED;

    Set<ProductState> next() {
        return switch (this) {
            case PROPOSED -> EnumSet.of(ACTIVE, RETIRED);
            case ACTIVE -> EnumSet.of(SUSTAINING, SUNSETTING);
            case SUSTAINING -> EnumSet.of(ACTIVE, SUNSETTING);
            case SUNSETTING -> EnumSet.of(RETIRED, SUSTAINING);
            case RETIRED -> EnumSet.noneOf(ProductState.class);
        };
    }
}
