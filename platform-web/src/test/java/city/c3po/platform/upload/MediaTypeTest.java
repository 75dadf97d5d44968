package city.c3po.platform.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MediaTypeTest {
    @Test
    void bytes_are_what_they_begin_with() {
        assertEquals(MediaType.PDF, of("%PDF-1.7"));
        assertEquals(MediaType.PNG, MediaType.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13}));
        assertEquals(MediaType.ZIP, MediaType.of(new byte[] {'P', 'K', 3, 4}));
        assertEquals(MediaType.TEXT, of("Minutes of the meeting"));
        assertEquals(MediaType.HTML, of("  <!DOCTYPE html><p>"));
        assertEquals(MediaType.HTML, of("a text with a <script> in it"));
        assertEquals(MediaType.UNKNOWN, MediaType.of(new byte[] {1, 0, 2}));
    }

    @Test
    void a_character_that_the_head_cuts_in_two_is_still_text() {
        var euro = "€".getBytes(StandardCharsets.UTF_8);
        assertEquals(MediaType.TEXT, MediaType.of(new byte[] {'a', euro[0], euro[1]}));
    }

    @Test
    void office_formats_are_zips_and_programs_are_programs() {
        assertTrue(
                MediaType.ZIP.mayBeCalled("application/vnd.openxmlformats-officedocument.wordprocessingml.document"));
        assertFalse(MediaType.ZIP.mayBeCalled("application/pdf"));
        assertTrue(MediaType.TEXT.mayBeCalled("text/csv"));
        assertFalse(MediaType.TEXT.mayBeCalled("text/html"));
        assertTrue(MediaType.of(new byte[] {0x7f, 'E', 'L', 'F'}).isProgram());
    }

    private static MediaType of(String text) {
        return MediaType.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
