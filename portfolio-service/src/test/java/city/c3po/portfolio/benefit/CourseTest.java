package city.c3po.portfolio.benefit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From 20 days down to 10, promised on 1 July and due on 9 October: a hundred days. */
class CourseTest {
    private static final LocalDate PROMISED = LocalDate.of(2026, 7, 1);
    private static final LocalDate DUE = PROMISED.plusDays(100);

    @ParameterizedTest
    @CsvSource({
        "0, 20, 0.0000",
        "50, 15, 0.0000",
        "50, 14, 0.1000",
        "50, 16, -0.1000",
        "50, 22, -0.7000",
        "100, 10, 0.0000",
        "200, 12, -0.2000",
        "200, 8, 0.2000"
    })
    void half_the_way_is_gone_after_half_the_time(int days, String value, BigDecimal off) {
        assertEquals(off, Course.off(text("20", "10"), readings(days, value), PROMISED));
    }

    @Test
    void the_way_begins_with_the_first_reading_where_that_was_before_the_promise() {
        var readings = readings(-100, "20");
        readings.addAll(readings(0, "15"));
        assertEquals(new BigDecimal("0.0000"), Course.off(text("20", "10"), readings, PROMISED));
        assertEquals(new BigDecimal("0.2500"), Course.off(text("100", "200"), readings(25, "150"), PROMISED));
        assertNull(Course.off(text("20", "10"), List.of(), PROMISED));
    }

    @Test
    void ten_percent_is_far_in_both_directions() {
        assertTrue(Course.isFar(new BigDecimal("0.1000")));
        assertTrue(Course.isFar(new BigDecimal("-0.1000")));
        assertFalse(Course.isFar(new BigDecimal("-0.0999")));
        assertFalse(Course.isFar(null));
    }

    private static BenefitText text(String baseline, String target) {
        return new BenefitText(
                "Faster", "Days", "days", new BigDecimal(baseline), new BigDecimal(target), DUE, "bea", null);
    }

    private static List<Reading> readings(int days, String value) {
        return new ArrayList<>(
                List.of(new Reading(PROMISED.plusDays(days), new BigDecimal(value), null, "bea", Instant.EPOCH)));
    }
}
