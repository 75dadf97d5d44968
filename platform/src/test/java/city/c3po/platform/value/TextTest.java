package city.c3po.platform.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @Test
    void text_is_composed_trimmed_and_has_one_kind_of_line_end() {
        assertEquals("Café", Text.normalised("  Cafe\u0301\n"));
        assertEquals("a\nb\nc", Text.normalised("a\r\nb\rc"));
        assertEquals("tab\tstays", Text.normalised("tab\tstays"));
        assertEquals("", Text.normalised(" \u2003 "));
    }

    @Test
    void characters_beyond_the_first_plane_are_text() {
        assertEquals("🏗️ crane", Text.normalised("🏗️ crane"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0007b", "\u001b[31m", "\u007f", "\u0085", "\ud800", "\udc00x"})
    void what_no_reader_can_see_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Text.normalised(text));
    }
}
