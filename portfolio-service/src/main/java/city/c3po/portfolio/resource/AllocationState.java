package city.c3po.portfolio.resource;

import java.util.EnumSet;
import java.util.Set;

/** Where an allocation stands; the only table of its legal moves. */
public enum AllocationState {
    PLANNED,
    REQUESTED,
    REJECTED,
    /** Soft: may come to more than there is. */
    CONFIRMED,
    /** Hard: never above capacity, unless its owner said why. */
    ALLOCATED,
    COMPLETED,
    CANCELLED;

    Set<AllocationState> next() {
        return switch (this) {
            case PLANNED -> EnumSet.of(REQUESTED, CANCELLED);
            case REQUESTED -> EnumSet.of(REJECTED, CONFIRMED, CANCELLED);
            case CONFIRMED -> EnumSet.of(ALLOCATED, CANCELLED);
            case ALLOCATED -> EnumSet.of(COMPLETED, CANCELLED);
            case REJECTED, COMPLETED, CANCELLED -> EnumSet.noneOf(AllocationState.class);
        };
    }
}
