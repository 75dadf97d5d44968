package city.c3po.portfolio.benefit;

import city.c3po.platform.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a benefit has been worth. Each reading holds for the days since the one before it; of the days before the first
 * reading and after the last one nothing is claimed.
 */
final class Worth {
    private static final BigDecimal DAYS_OF_A_YEAR = BigDecimal.valueOf(365);

    private Worth() {}

    /** Null where a unit has no price. */
    static @Nullable BigDecimal realised(BenefitText text, List<Reading> readings) {
        var price = text.worthPerUnitAndYear();
        if (price == null) {
            return null;
        }
        var unitDays = BigDecimal.ZERO;
        for (int n = 1; n < readings.size(); n++) {
            long days = ChronoUnit.DAYS.between(
                    readings.get(n - 1).day(), readings.get(n).day());
            unitDays = unitDays.add(text.gained(readings.get(n).value()).multiply(BigDecimal.valueOf(days)));
        }
        return unitDays.multiply(price.amount()).divide(DAYS_OF_A_YEAR, Money.PLACES, RoundingMode.HALF_UP);
    }
}
