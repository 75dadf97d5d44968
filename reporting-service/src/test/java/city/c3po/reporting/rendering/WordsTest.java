package city.c3po.reporting.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Words ENGLISH = Words.in("en");
    private static final Words SPANISH = Words.in("es");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertEquals(ENGLISH.keys(), SPANISH.keys());
        for (var key : ENGLISH.keys()) {
            assertFalse(SPANISH.say(key).isBlank(), key);
            assertEquals(places(ENGLISH.say(key)), places(SPANISH.say(key)), key);
        }
    }

    private static long places(String message) {
        return message.chars().filter(letter -> letter == '{').count();
    }

    @Test
    void numbersAndDaysAreWrittenAsTheReaderWritesThem() {
        assertEquals("$1,250,000", ENGLISH.money(new BigDecimal("1250000.00"), "USD"));
        assertEquals("$0.50", ENGLISH.money(new BigDecimal("0.5"), "USD"));
        assertEquals("March 2, 2026", ENGLISH.day(LocalDate.parse("2026-03-02")));
        assertEquals("2 de marzo de 2026", SPANISH.day(LocalDate.parse("2026-03-02")));
        assertEquals(
                "March 2, 2026, 9:00 AM PST",
                ENGLISH.moment(Instant.parse("2026-03-02T17:00:00Z"), ZoneId.of("America/Los_Angeles")));
    }

    @Test
    void whatHasNoNameIsWrittenAsWords() {
        assertEquals("Ready to ship", ENGLISH.term("state", "READY_TO_SHIP"));
        assertEquals("Ppm assigned", ENGLISH.term("factName", "ppmAssigned"));
        assertEquals("Plan: current planned end", ENGLISH.path("/baseline/current/finish", true));
        assertEquals("Budget", ENGLISH.path("/budget/amount", true));
        assertEquals("", ENGLISH.term("state", ""));
    }

    @Test
    void anotherLanguageIsTheFirst() {
        assertEquals("en", Words.in("tlh").language());
        assertEquals("en", Words.in(null).language());
        assertThrows(IllegalArgumentException.class, () -> ENGLISH.say("no.such.message"));
    }
}
