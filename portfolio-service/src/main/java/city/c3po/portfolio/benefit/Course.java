package city.c3po.portfolio.benefit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from baseline to target as it is expected: even, from the day of the promise, or of the first reading where that
 * is earlier, to the day on which the target is due; after that day, all of it.
 */
final class Course {
    private static final int PLACES = 4;
    private static final BigDecimal FAR_OFF = new BigDecimal("0.10");

    private Course() {}

    /**
     * How far the last reading is from there: a share of the whole way, negative where it lags behind. Null before the
     * first reading.
     */
    static @Nullable BigDecimal off(BenefitText text, List<Reading> readings, LocalDate promised) {
        if (readings.isEmpty()) {
            return null;
        }
        var last = readings.getLast();
        var first = readings.getFirst().day();
        var from = first.isBefore(promised) ? first : promised;
        var way = text.target().subtract(text.baseline()).abs();
        return text.gained(last.value())
                .divide(way, PLACES, RoundingMode.HALF_UP)
                .subtract(expected(from, text.due(), last.day()));
    }

    private static BigDecimal expected(LocalDate from, LocalDate due, LocalDate day) {
        if (!day.isBefore(due)) {
            return BigDecimal.ONE;
        }
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(from, day))
                .divide(BigDecimal.valueOf(ChronoUnit.DAYS.between(from, due)), PLACES, RoundingMode.HALF_UP);
    }

    static boolean isFar(@Nullable BigDecimal off) {
        return off != null && off.abs().compareTo(FAR_OFF) >= 0;
    }
}
