package city.c3po.portfolio.resource;

import java.math.BigDecimal;

/**
 * How much of a capacity is taken.
 *
 * @param soft CONFIRMED; @param hard ALLOCATED; @param over the part of hard that its owner allowed above the capacity
 */
record Load(BigDecimal hard, BigDecimal soft, BigDecimal over) {
    static final Load NONE = new Load(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    Load without(AllocationState state, BigDecimal hours) {
        return switch (state) {
            case CONFIRMED -> new Load(hard, soft.subtract(hours), over);
            case ALLOCATED -> new Load(hard.subtract(hours), soft, over);
            case PLANNED, REQUESTED, REJECTED, COMPLETED, CANCELLED -> this;
        };
    }
}
