package city.c3po.portfolio.picture;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Days from left to right. */
record TimeAxis(LocalDate first, LocalDate last, double left, double width) {
    private static final int MOST_TICKS = 14;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.US);
    private static final DateTimeFormatter MONTH_OF_YEAR = DateTimeFormatter.ofPattern("MMM yyyy", Locale.US);

    /** A line with its words; strong where a year begins. */
    record Tick(LocalDate date, String label, boolean strong) {}

    /** With a little room at both ends. */
    static TimeAxis around(LocalDate first, LocalDate last, double left, double width) {
        long room = Math.max(2, ChronoUnit.DAYS.between(first, last) / 40);
        return new TimeAxis(first.minusDays(room), last.plusDays(room + 1), left, width);
    }

    /** Where a day begins. */
    double x(LocalDate day) {
        return left + width * ChronoUnit.DAYS.between(first, day) / Math.max(1, ChronoUnit.DAYS.between(first, last));
    }

    /** Where a day is over: inclusive dates are drawn to here. */
    double after(LocalDate day) {
        return x(day.plusDays(1));
    }

    double right() {
        return left + width;
    }

    List<Tick> ticks() {
        return ChronoUnit.DAYS.between(first, last) <= 7 * MOST_TICKS ? weeks() : months();
    }

    private List<Tick> weeks() {
        var ticks = new ArrayList<Tick>();
        for (var day = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
                !day.isAfter(last);
                day = day.plusWeeks(1)) {
            ticks.add(new Tick(day, SHORT_DAY.format(day), false));
        }
        return ticks;
    }

    private List<Tick> months() {
        long all = ChronoUnit.MONTHS.between(first, last) + 1;
        int step = all <= MOST_TICKS ? 1 : all <= 3 * MOST_TICKS ? 3 : all <= 6 * MOST_TICKS ? 6 : 12;
        while (all / step > MOST_TICKS) {
            step += 12;
        }
        var ticks = new ArrayList<Tick>();
        for (var day = first.withDayOfMonth(1).plusMonths(1); !day.isAfter(last); day = day.plusMonths(1)) {
            int month = day.getYear() * 12 + day.getMonthValue() - 1;
            if (month % step == 0) {
                boolean year = day.getMonthValue() == 1;
                boolean named = year || ticks.isEmpty();
                ticks.add(new Tick(day, (named ? MONTH_OF_YEAR : MONTH).format(day), year));
            }
        }
        return ticks;
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
