package city.c3po.portfolio.earned;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The three cumulative values at the end of a period.
 *
 * @param planned PV
 * @param earned EV
 * @param actual AC; null where the finance system has not told it
 */
public record PeriodValues(
        LocalDate end,
        BigDecimal planned,
        BigDecimal earned,
        @Nullable BigDecimal actual) {}
