package city.c3po.charter.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import city.c3po.charter.evaluation.Evaluations.Weighed;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VendorStandingTest {
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final Duration HALF_LIFE = Duration.ofDays(730).plusHours(12);

    @Test
    void larger_engagements_weigh_more() {
        var standing = VendorStanding.of("V-1", List.of(final_("5.00", "300000", 0), final_("1.00", "100000", 0)), NOW);
        assertEquals(new BigDecimal("4.00"), standing.score());
    }

    @Test
    void what_is_two_years_old_weighs_half() {
        var standing = VendorStanding.of("V-1", List.of(final_("5.00", "1", 0), final_("2.00", "1", 1)), NOW);
        assertEquals(new BigDecimal("4.00"), standing.score());
    }

    @Test
    void one_final_is_not_enough() {
        var standing = VendorStanding.of("V-1", List.of(final_("5.00", "1", 0)), NOW);
        assertNull(standing.score());
        assertEquals("missing-input", standing.reason());
    }

    @Test
    void weights_of_nothing_give_no_score() {
        var standing = VendorStanding.of("V-1", List.of(final_("5.00", "0", 0), final_("1.00", "0", 0)), NOW);
        assertEquals("division-by-zero", standing.reason());
    }

    private static Weighed final_(String average, String amount, int halfLives) {
        return new Weighed(
                new BigDecimal(average), new BigDecimal(amount), NOW.minus(HALF_LIFE.multipliedBy(halfLives)));
    }
}
