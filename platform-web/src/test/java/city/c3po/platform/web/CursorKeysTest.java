package city.c3po.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CursorKeysTest {
    private static final String GOOD = base64(32, 1);

    @Test
    void the_first_key_signs_and_all_verify() {
        var keys = CursorKeys.of("new:" + GOOD + ", old:" + base64(48, 3));

        assertEquals("new", keys.signing().id());
        assertTrue(keys.named("old").isPresent());
        assertTrue(keys.named("older").isEmpty());
    }

    @ParameterizedTest
    @MethodSource
    void a_secret_that_protects_nothing_is_refused_and_the_remedy_told(String configured) {
        var refused = assertThrows(IllegalStateException.class, () -> CursorKeys.of(configured));

        assertTrue(refused.getMessage().startsWith("C3PO_CURSOR_KEYS"), refused.getMessage());
        assertTrue(refused.getMessage().contains("openssl rand -base64 32"), refused.getMessage());
        assertFalse(refused.getMessage().contains(GOOD), "the secret itself is told");
    }

    static Stream<String> a_secret_that_protects_nothing_is_refused_and_the_remedy_told() {
        return Stream.of(
                "",
                "  ",
                GOOD,
                ":" + GOOD,
                "k 1:" + GOOD,
                "k1:no base64!",
                "k1:" + base64(31, 1),
                "k1:" + base64(32, 0),
                "k1:" + GOOD + ",k1:" + base64(32, 5),
                "k1:" + GOOD + ",");
    }

    /** Bytes that differ by a step; step 0 makes them all alike. */
    private static String base64(int length, int step) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (7 + i * step);
        }
        return Base64.getEncoder().encodeToString(bytes);
    }
}
