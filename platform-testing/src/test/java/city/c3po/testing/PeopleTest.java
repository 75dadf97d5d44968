package city.c3po.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PeopleTest {
    @Test
    void people_are_those_of_the_local_realm() throws IOException {
        var realm = new ObjectMapper()
                .readTree(Workspace.root()
                        .resolve("local/src/main/resources/realm-local.json")
                        .toFile());
        var expected = new TreeMap<String, List<Object>>();
        realm.get("users").forEach(user -> expected.put(user.get("username").asText(), ofRealm(user)));

        var known = new TreeMap<String, List<Object>>();
        People.all().stream()
                .filter(person -> person.client().equals("c3po-cli"))
                .forEach(person -> known.put(person.username(), ofFixture(person)));
        assertEquals(expected, known);
    }

    private static List<Object> ofRealm(JsonNode user) {
        var lists = new TreeMap<String, List<String>>();
        user.path("attributes").properties().forEach(entry -> lists.put(entry.getKey(), texts(entry.getValue())));
        var vendor = lists.remove("vendor");
        return List.of(
                user.get("id").asText(),
                user.get("firstName").asText() + " " + user.get("lastName").asText(),
                new TreeSet<>(texts(user.path("realmRoles"))),
                lists,
                vendor == null ? "" : vendor.getFirst());
    }

    private static List<Object> ofFixture(People.Person person) {
        Map<String, List<String>> lists = new TreeMap<>(person.lists());
        return List.of(
                person.sub(),
                person.name(),
                new TreeSet<>(person.roles()),
                lists,
                person.vendor().orElse(""));
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
