package city.c3po.platform.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalRefTest {
    @Test
    void a_key_may_hold_colons() {
        assertEquals(new ExternalRef("finance", "GL:2026:17"), ExternalRef.of("finance:GL:2026:17"));
    }

    @Test
    void it_is_written_as_it_is_read() {
        assertEquals("finance:17", ExternalRef.of("finance:17").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "finance", ":17", "finance:"})
    void half_a_reference_is_none(String text) {
        assertThrows(IllegalArgumentException.class, () -> ExternalRef.of(text));
    }
}
