package city.c3po.reporting.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=25|25|false",
                "wait=25, handling=strict|25|true",
                "handling=strict;wait=5|5|true",
                "WAIT = 7|7|false",
                "wait=\"9\"|9|false",
                "wait=31|30|false",
                "wait=999999|30|false",
                "wait=9999999|0|false",
                "wait=-1|0|false",
                "respond-async|0|false",
                "handling=lenient|0|false"
            })
    void aWishIsReadAndWhatIsUnknownIsPassedOver(String header, int seconds, boolean strict) {
        var preferences = Preferences.of(List.of(header));
        assertEquals(Duration.ofSeconds(seconds), preferences.patience());
        assertEquals(strict, preferences.strict());
    }

    @Test
    void severalHeadersAreOneWish() {
        var preferences = Preferences.of(List.of("wait=3", "handling=strict"));
        assertEquals(Optional.of("wait=3, handling=strict"), preferences.applied(true));
        assertEquals(Optional.of("handling=strict"), preferences.applied(false));
    }

    @Test
    void noHeaderIsNoWish() {
        assertTrue(Preferences.of(null).patience().isZero());
        assertEquals(Optional.empty(), Preferences.of(List.of()).applied(true));
    }
}
