package city.c3po.platform.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CityCalendarTest {
    private static final LocalDate INDEPENDENCE_DAY = LocalDate.of(2026, 7, 3);
    private final CityCalendar city = new CityCalendar(ZoneId.of("America/Los_Angeles"), Set.of(INDEPENDENCE_DAY));

    @Test
    void aBusinessDayIsMondayToFridayAndNoHoliday() {
        assertTrue(city.isBusinessDay(LocalDate.of(2026, 7, 2)));
        assertFalse(city.isBusinessDay(INDEPENDENCE_DAY));
        assertFalse(city.isBusinessDay(LocalDate.of(2026, 7, 4)));
        assertFalse(city.isBusinessDay(LocalDate.of(2026, 7, 5)));
        assertTrue(city.isBusinessDay(LocalDate.of(2026, 7, 6)));
    }

    @Test
    void aDeadlineEndsTheNthBusinessDayAfterInCityTime() {
        // Thursday evening in the city is already Friday in UTC
        var thursdayEvening = Instant.parse("2026-07-03T02:00:00Z");

        assertEquals(Instant.parse("2026-07-07T06:59:59Z"), city.deadline(thursdayEvening, 1));
        assertEquals(Instant.parse("2026-07-08T06:59:59Z"), city.deadline(thursdayEvening, 2));
    }

    @Test
    void aDeadlineKeepsItsLocalHourAcrossTheEndOfSummerTime() {
        assertEquals(Instant.parse("2026-11-03T07:59:59Z"), city.deadline(Instant.parse("2026-10-30T19:00:00Z"), 1));
    }

    @Test
    void aDeadlineOfNoDaysIsNone() {
        assertThrows(IllegalArgumentException.class, () -> city.deadline(Instant.EPOCH, 0));
    }

    @Test
    void theFiscalYearStartsOnTheFirstOfJulyAndIsNamedByItsEnd() {
        assertEquals(2026, CityCalendar.fiscalYearOf(LocalDate.of(2026, 6, 30)));
        assertEquals(2027, CityCalendar.fiscalYearOf(LocalDate.of(2026, 7, 1)));
        assertEquals(2026, city.fiscalYearOf(Instant.parse("2026-07-01T06:59:59Z")));
    }
}
