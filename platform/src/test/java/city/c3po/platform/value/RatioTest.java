package city.c3po.platform.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RatioTest {
    @Test
    void a_ratio_has_four_places_rounded_half_up() {
        assertEquals(
                new BigDecimal("0.6667"),
                Ratio.of(new BigDecimal(2), new BigDecimal(3)).value());
        assertEquals(
                new BigDecimal("0.0001"),
                Ratio.of(new BigDecimal("0.00005"), BigDecimal.ONE).value());
    }

    @Test
    void what_cannot_be_reckoned_says_why() {
        var byZero = Ratio.of(BigDecimal.ONE, new BigDecimal("0.00"));

        assertNull(byZero.value());
        assertEquals("division-by-zero", byZero.reason().code());
        assertEquals("missing-input", Ratio.of(null, BigDecimal.ONE).reason().code());
        assertEquals("missing-input", Ratio.of(BigDecimal.ONE, null).reason().code());
    }
}
