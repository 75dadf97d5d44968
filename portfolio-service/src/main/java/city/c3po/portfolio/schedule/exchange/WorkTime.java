package city.c3po.portfolio.schedule.exchange;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Set;

/** Time spans as Microsoft Project writes them: hours of work, or tenths of a minute, of days of so many minutes. */
record WorkTime(int minutesPerDay) {
    static final int USUAL = 480;

    /** DurationFormat and LagFormat codes of elapsed time, which runs at night and at weekends, too. */
    private static final Set<String> ELAPSED = Set.of("4", "6", "8", "10", "12", "36", "38", "40", "42", "44");

    private static final Set<String> PERCENT = Set.of("19", "20", "51", "52");
    private static final int MINUTES_OF_A_CALENDAR_DAY = 24 * 60;

    /** Working days, and whether that is exactly what the file says. */
    record Days(int days, boolean exact) {}

    /** @throws DateTimeParseException when it is no duration */
    Days duration(String text, String format) {
        double minutes = Duration.parse(text).toSeconds() / 60.0;
        return ELAPSED.contains(format)
                ? new Days(up(minutes / MINUTES_OF_A_CALENDAR_DAY * 5 / 7), false)
                : days(minutes / minutesPerDay);
    }

    /** @throws NumberFormatException when it is no number */
    Days lag(String tenthsOfMinutes, String format) {
        double minutes = Double.parseDouble(tenthsOfMinutes) / 10;
        if (PERCENT.contains(format)) {
            return new Days(0, minutes == 0);
        }
        return ELAPSED.contains(format)
                ? new Days(up(minutes / MINUTES_OF_A_CALENDAR_DAY * 5 / 7), minutes == 0)
                : days(minutes / minutesPerDay);
    }

    /** Part of a day is a day: nothing is promised earlier than the file does. */
    private static Days days(double days) {
        int whole = up(days);
        return new Days(whole, Math.abs(whole - days) < 1e-6);
    }

    private static int up(double days) {
        return (int) Math.ceil(days - 1e-6);
    }

    String written(int days) {
        return "PT" + (long) days * minutesPerDay / 60 + "H" + (long) days * minutesPerDay % 60 + "M0S";
    }

    String writtenLag(int days) {
        return String.valueOf((long) days * minutesPerDay * 10);
    }
}
