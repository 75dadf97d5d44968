package city.c3po.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
    @Test
    void tags_are_read_weak_or_strong_one_or_several() {
        assertEquals(List.of("3.ab"), EntityTags.in("\"3.ab\""));
        assertEquals(List.of("3.ab"), EntityTags.in(" W/\"3.ab\" "));
        assertEquals(List.of("3.ab", "4.cd", ""), EntityTags.in("\"3.ab\", W/\"4.cd\",\"\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3.ab", "\"3.ab", "3.ab\"", "\"3.ab\" \"4\"", "\"a b\"", "w/\"3\"", "\"3\" x"})
    void what_is_no_tag_is_refused(String header) {
        assertThrows(RequestRefused.class, () -> EntityTags.in(header));
    }

    @Test
    void a_representation_is_known_by_its_whole_tag() {
        assertTrue(EntityTags.name("\"2.x\", W/\"3.ab\"", "3.ab"));
        assertTrue(EntityTags.name("*", "3.ab"));
        assertFalse(EntityTags.name("\"3.cd\"", "3.ab"));
        assertFalse(EntityTags.name("nonsense", "3.ab"));
    }
}
