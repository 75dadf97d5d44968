package city.c3po.portfolio.schedule.network;

import city.c3po.platform.time.CityCalendar;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The working days of the city as numbers: 0 is the first one on or after the origin, 1 the next, −1 the one before.
 * Days are looked up in the calendar once each. Not for use by several threads.
 */
public final class WorkDays {
    private static final int FIRST = 256;

    private final CityCalendar calendar;
    private long[] ahead = new long[FIRST];
    private int known;
    /** Negated, so that it ascends. */
    private long[] behind = new long[FIRST];

    private int knownBehind;

    private WorkDays(CityCalendar calendar, LocalDate origin) {
        this.calendar = calendar;
        ahead[0] = next(origin.toEpochDay(), 1);
        known = 1;
    }

    public static WorkDays of(CityCalendar calendar, LocalDate origin) {
        return new WorkDays(calendar, origin);
    }

    /** The date of working day {@code number}. */
    public LocalDate day(int number) {
        return LocalDate.ofEpochDay(epochDay(number));
    }

    /** The number of the first working day on or after {@code date}. */
    public int from(LocalDate date) {
        long day = date.toEpochDay();
        if (day > ahead[0]) {
            while (ahead[known - 1] < day) {
                extendAhead();
            }
            int found = Arrays.binarySearch(ahead, 0, known, day);
            return found >= 0 ? found : -found - 1;
        }
        while (knownBehind == 0 || -behind[knownBehind - 1] >= day) {
            extendBehind();
        }
        int found = Arrays.binarySearch(behind, 0, knownBehind, -day);
        return found >= 0 ? -found - 1 : found + 1;
    }

    /** The number after the last working day on or before {@code date}: where work that includes it ends. */
    public int through(LocalDate date) {
        return from(date.plusDays(1));
    }

    /** How many working days lie from {@code first} to {@code last}, both included; 0 when {@code last} comes before. */
    public int between(LocalDate first, LocalDate last) {
        return Math.max(0, through(last) - from(first));
    }

    private long epochDay(int number) {
        if (number < 0) {
            while (knownBehind < -number) {
                extendBehind();
            }
            return -behind[-number - 1];
        }
        while (known <= number) {
            extendAhead();
        }
        return ahead[number];
    }

    private void extendAhead() {
        if (known == ahead.length) {
            ahead = Arrays.copyOf(ahead, known * 2);
        }
        ahead[known] = next(ahead[known - 1] + 1, 1);
        known++;
    }

    private void extendBehind() {
        if (knownBehind == behind.length) {
            behind = Arrays.copyOf(behind, knownBehind * 2);
        }
        long last = knownBehind == 0 ? ahead[0] : -behind[knownBehind - 1];
        behind[knownBehind] = -next(last - 1, -1);
        knownBehind++;
    }

    private long next(long day, int step) {
        while (!calendar.isBusinessDay(LocalDate.ofEpochDay(day))) {
            day += step;
        }
        return day;
    }
}
