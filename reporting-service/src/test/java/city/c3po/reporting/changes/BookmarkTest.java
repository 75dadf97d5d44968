package city.c3po.reporting.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookmarkTest {
    private static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");
    private final Bookmark first = new Bookmark(Mode.NET, true, 0, 40, 100, 3, NOON, "filters", "sight", 50);

    @Test
    void textIsReadAsItWasWritten() {
        assertEquals(first, Bookmark.of(first.toText()));
        assertEquals(first.afterRound(), Bookmark.of(first.afterRound().toText()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1 net start 0 40 100 3 0 f v",
                "2 net start 0 40 100 3 0 f v 50",
                "1 sum start 0 40 100 3 0 f v 50",
                "1 net middle 0 40 100 3 0 f v 50",
                "1 net start 0 x 100 3 0 f v 50"
            })
    void whatIsNotOursCannotBeRead(String text) {
        assertThrows(IllegalArgumentException.class, () -> Bookmark.of(text));
    }

    @Test
    void aRoundEndsWhereTheNextBegins() {
        var next = first.afterRound();
        assertFalse(next.start());
        assertFalse(next.closed());
        assertEquals(100, next.base());
        assertEquals(100, next.position());
        assertEquals(NOON, next.since(), "its age counts from the round's beginning");

        var round = next.until(120, NOON.plusSeconds(60));
        assertTrue(round.closed());
        assertEquals(100, round.base());
    }

    @Test
    void theSamePageHasTheSameDigestWheneverItIsRead() {
        assertEquals(first.digest(), first.until(100, NOON.plusSeconds(1)).digest());
        assertNotEquals(first.digest(), first.at(41).digest());
        assertNotEquals(first.digest(), first.until(101, NOON).digest());
        assertNotEquals(first.digest(), first.limited(51).digest());
    }
}
