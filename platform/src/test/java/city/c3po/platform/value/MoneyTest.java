package city.c3po.platform.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void an_amount_has_two_places_however_it_came() {
        assertEquals(new BigDecimal("1.00"), Money.of("1").amount());
        assertEquals(Money.of("1.10"), Money.of("1.1"));
    }

    @Test
    void half_a_cent_is_rounded_up() {
        assertEquals(Money.of("1.01"), Money.of("1.005"));
        assertEquals(Money.of("-1.01"), Money.of("-1.005"));
        assertEquals(Money.of("1.00"), Money.of("1.0049"));
    }

    @Test
    void the_currency_is_dollars_where_none_is_named() {
        assertEquals("USD", new Money(BigDecimal.ONE, null).currency());
    }

    @Test
    void the_threshold_itself_is_not_above_it() {
        var threshold = Money.of("500000.00");

        assertFalse(Money.of("500000.00").isMoreThan(threshold));
        assertTrue(Money.of("500000.01").isMoreThan(threshold));
    }

    @Test
    void amounts_add_up_in_one_currency_only() {
        var euros = new Money(BigDecimal.ONE, "EUR");

        assertEquals(Money.of("3.00"), Money.of("1").plus(Money.of("2")));
        assertEquals(Money.of("-1.00"), Money.of("1").minus(Money.of("2")));
        assertThrows(IllegalArgumentException.class, () -> Money.of("1").plus(euros));
        assertThrows(IllegalArgumentException.class, () -> Money.of("1").compareTo(euros));
    }

    @Test
    void what_validation_is_about_to_refuse_can_be_named() {
        assertEquals("? USD", new Money(null, null).toString());
    }
}
