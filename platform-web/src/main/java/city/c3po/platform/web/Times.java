package city.c3po.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** The years a city plans and remembers in: what lies beyond is a slip of the pen, and more than a database keeps. */
final class Times {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);
    private static final Instant BEGIN = Instant.parse(FIRST + "T00:00:00Z");
    private static final Instant END = Instant.parse(LAST + "T23:59:59.999999Z");

    private Times() {}

    static LocalDate within(LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new DateTimeException("years 1900 to 2999");
        }
        return day;
    }

    static Instant within(Instant at) {
        if (at.isBefore(BEGIN) || at.isAfter(END)) {
            throw new DateTimeException("years 1900 to 2999");
        }
        return at;
    }
}
