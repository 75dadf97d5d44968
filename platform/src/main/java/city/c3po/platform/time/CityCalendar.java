package city.c3po.platform.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.Set;

/**
 * How the city counts days: a business day is Monday to Friday and no holiday; a deadline of n business days ends at
 * 23:59:59 city time on the n-th day after; the fiscal year starts on 1 July and is named by the year it ends in.
 */
public record CityCalendar(ZoneId zone, Set<LocalDate> holidays) {
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    public CityCalendar {
        holidays = Set.copyOf(holidays);
    }

    public LocalDate dateOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    public boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    /** The last instant of the n-th business day after the day of {@code from}. */
    public Instant deadline(Instant from, int businessDays) {
        if (businessDays < 1) {
            throw new IllegalArgumentException("a deadline is at least one business day away");
        }
        var day = dateOf(from);
        for (int left = businessDays; left > 0; ) {
            day = day.plusDays(1);
            if (isBusinessDay(day)) {
                left--;
            }
        }
        return day.atTime(END_OF_DAY).atZone(zone).toInstant();
    }

    public static int fiscalYearOf(LocalDate day) {
        return day.getMonth().compareTo(Month.JULY) >= 0 ? day.getYear() + 1 : day.getYear();
    }

    public int fiscalYearOf(Instant at) {
        return fiscalYearOf(dateOf(at));
    }
}
