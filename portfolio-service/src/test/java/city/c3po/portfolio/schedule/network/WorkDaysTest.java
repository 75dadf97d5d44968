package city.c3po.portfolio.schedule.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.platform.time.CityCalendar;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkDaysTest {
    private static final LocalDate SATURDAY = LocalDate.parse("2026-09-05");
    private static final CityCalendar CITY =
            new CityCalendar(ZoneId.of("America/Los_Angeles"), Set.of(LocalDate.parse("2026-09-07")));

    @Test
    void they_are_numbered_from_the_first_on_or_after_the_origin() {
        var days = WorkDays.of(CITY, SATURDAY);

        assertEquals(LocalDate.parse("2026-09-08"), days.day(0));
        assertEquals(LocalDate.parse("2026-09-04"), days.day(-1));
        assertEquals(0, days.from(SATURDAY));
        assertEquals(0, days.through(SATURDAY.plusDays(2)));
        assertEquals(1, days.through(LocalDate.parse("2026-09-08")));
        assertEquals(2, days.between(LocalDate.parse("2026-09-04"), LocalDate.parse("2026-09-08")));
        assertEquals(0, days.between(SATURDAY, SATURDAY));
    }

    @Test
    void every_date_and_number_of_eighty_years_agree_with_counting() {
        var days = WorkDays.of(CITY, SATURDAY);
        int number = 0;
        for (var day = SATURDAY; day.isBefore(SATURDAY.plusYears(40)); day = day.plusDays(1)) {
            assertEquals(number, days.from(day));
            if (CITY.isBusinessDay(day)) {
                assertEquals(day, days.day(number++));
            }
        }
        number = 0;
        for (var day = SATURDAY; day.isAfter(SATURDAY.minusYears(40)); day = day.minusDays(1)) {
            if (CITY.isBusinessDay(day)) {
                assertEquals(day, days.day(--number));
            }
            assertEquals(number, days.from(day));
        }
    }
}
