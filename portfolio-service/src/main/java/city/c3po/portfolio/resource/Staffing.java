package city.c3po.portfolio.resource;

import java.math.BigDecimal;

/**
 * The hours that a project still needs, and those of them that nobody has.
 *
 * @param gapHours what its allocations take beyond the capacities, counting everything that is hard or soft
 */
public record Staffing(BigDecimal neededHours, BigDecimal gapHours) {}
