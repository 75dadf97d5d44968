package city.c3po.portfolio.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostEntryTest {
    @ParameterizedTest
    @CsvSource({"2026-07-01, 1", "2026-12-31, 6", "2027-01-01, 7", "2027-06-30, 12"})
    void the_fiscal_year_has_twelve_periods_and_july_is_the_first(LocalDate day, int period) {
        assertEquals(period, CostEntry.periodOf(day));
    }
}
