package city.c3po.platform.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void equalStatesDifferInNothing() throws Exception {
        assertEquals(List.of(), paths("{\"a\": 1, \"b\": {\"c\": [1]}}", "{\"b\": {\"c\": [1]}, \"a\": 1}"));
    }

    @Test
    void eachMemberIsNamedByItsPointer() throws Exception {
        assertEquals(
                List.of("/a: 1 -> 2", "/b/c: null -> true", "/b/d: \"x\" -> null"),
                paths("{\"a\": 1, \"b\": {\"d\": \"x\"}}", "{\"a\": 2, \"b\": {\"c\": true}}"));
    }

    @Test
    void aListIsComparedAsAWhole() throws Exception {
        assertEquals(List.of("/l: [1,2] -> [1,2,3]"), paths("{\"l\": [1, 2]}", "{\"l\": [1, 2, 3]}"));
    }

    @Test
    void aNameWithASlashIsEscaped() throws Exception {
        assertEquals(List.of("/a~1b~0c: 1 -> 2"), paths("{\"a/b~c\": 1}", "{\"a/b~c\": 2}"));
    }

    @Test
    void theFirstStateIsAllNew() {
        var changes = Changes.between(null, json.createObjectNode().put("a", 1));
        assertEquals("", changes.getFirst().path());
        assertEquals(true, changes.getFirst().from().isNull());
    }

    private List<String> paths(String before, String after) throws Exception {
        JsonNode from = json.readTree(before);
        return Changes.between(from, json.readTree(after)).stream()
                .map(c -> c.path() + ": " + c.from() + " -> " + c.to())
                .toList();
    }
}
