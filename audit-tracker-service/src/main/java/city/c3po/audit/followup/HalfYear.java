package city.c3po.audit.followup;

import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/** The days on which cities follow up unless they say another: 30 June and 31 December. */
final class HalfYear {
    private HalfYear() {}

    /** @param last the day of the cycle before; where there is none, the last half-year that is over */
    static LocalDate usual(@Nullable LocalDate last, LocalDate today) {
        return last == null ? endOf(today.plusDays(1).minusMonths(6)) : endOf(last.plusDays(1));
    }

    /** Of the half-year in which a day is. */
    private static LocalDate endOf(LocalDate day) {
        return day.getMonthValue() <= Month.JUNE.getValue()
                ? LocalDate.of(day.getYear(), Month.JUNE, 30)
                : LocalDate.of(day.getYear(), Month.DECEMBER, 31);
    }
}
