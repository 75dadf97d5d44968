package city.c3po.portfolio.resource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an allocation would take beyond what there is.
 *
 * @param extendWeeks weeks by which the work would have to be spread; null where there is no capacity at all
 */
@Schema(name = "CapacityGap", description = "What an allocation takes beyond what there is, and the levers against it.")
record Gap(
        @Schema(description = "What there is.") BigDecimal capacityHours,

        @Schema(description = "What is allocated for certain (hard), this one left out.")
        BigDecimal hardHours,

        @Schema(description = "What is confirmed (soft), this one left out.")
        BigDecimal softHours,

        @Schema(description = "What is missing for this one; 0 where nothing is.")
        BigDecimal gapHours,

        @Schema(description = "Lever: extend by so many weeks; null where there is no capacity at all.") @Nullable Integer extendWeeks,

        @Schema(description = "Lever: add so many full-time equivalents.")
        BigDecimal addFte,

        @Schema(description = "Lever: cut so many hours of the work.")
        BigDecimal cutHours) {

    /** @param asked the hours that are asked for; @param load of everybody else */
    static Gap of(Capacity capacity, Load load, BigDecimal asked) {
        var hours = capacity.hours();
        var missing = load.hard().add(load.soft()).add(asked).subtract(hours).max(BigDecimal.ZERO);
        return new Gap(
                hours,
                load.hard(),
                load.soft(),
                missing,
                hours.signum() == 0
                        ? null
                        : missing.multiply(BigDecimal.valueOf(capacity.workingDays()))
                                .divide(hours.multiply(FIVE), 0, RoundingMode.CEILING)
                                .intValue(),
                missing.divide(capacity.hoursOfOne(), 1, RoundingMode.CEILING),
                missing);
    }

    /** What is above, counting what is hard only. */
    BigDecimal hardGap(BigDecimal asked) {
        return hardHours.add(asked).subtract(capacityHours).max(BigDecimal.ZERO);
    }

    private static final BigDecimal FIVE = BigDecimal.valueOf(5);
}
