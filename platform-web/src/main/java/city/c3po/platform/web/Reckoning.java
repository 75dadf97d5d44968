package city.c3po.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** The years a city reckons with. Beyond them adding a month, or storing the time, would fail somewhere else. */
final class Reckoning {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);
    private static final Instant BEGIN = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("3000-01-01T00:00:00Z");

    private Reckoning() {}

    static LocalDate sane(LocalDate date) {
        require(!date.isBefore(FIRST) && !date.isAfter(LAST));
        return date;
    }

    static Instant sane(Instant instant) {
        require(!instant.isBefore(BEGIN) && instant.isBefore(END));
        return instant;
    }

    private static void require(boolean inRange) {
        if (!inRange) {
            throw new DateTimeException("Expected a year from 1900 to 2999.");
        }
    }
}
