package city.c3po.inventory.placeholder;

import static city.c3po.inventory.City.ask;
import static city.c3po.inventory.Http.ADMIN;
import static city.c3po.inventory.Http.PPM;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.inventory.City;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class PlaceholderResourceTest {
    private static final String PATH = "/v1/placeholders/identity";

    private final String serial = "ask-" + UUID.randomUUID().toString().substring(0, 8);
    private final String plain = serial.replace("-", "").toUpperCase();

    @BeforeEach
    void references() {
        City.known();
    }

    private Response said(List<String> entries, Response seen) {
        return put(
                ADMIN,
                PATH,
                seen.header("ETag"),
                entries.stream()
                        .map(entry -> '"' + entry + '"')
                        .collect(Collectors.joining(",", "{\"entries\": [", "]}")));
    }

    private Response machine() {
        return post(PPM, "/v1/assets", """
                {"kind": "HARDWARE", "name": "Machine", "department": "DEP-LIB", "manufacturer": "Dell", "serial": "%s"}""".formatted(serial));
    }

    private String keys() {
        return ask("select count(*) from identifier where kind = 'S' and value = 'DELL|" + plain + "'");
    }

    @Test
    void what_is_on_the_list_identifies_nothing_and_what_is_taken_off_does_again() {
        expect(201, machine());
        assertEquals("identity-is-free", refused(409, machine()));
        var before = expect(200, get(PPM, PATH));
        var all = new ArrayList<String>(before.jsonPath().getList("entries"));
        assertTrue(all.contains("TOBEFILLEDBYOEM"));

        // When it turns out to be what the maker types where there is none
        all.add(serial);
        var added = expect(200, said(all, before));
        assertTrue(added.jsonPath().getList("entries").contains(plain));
        assertEquals("0", keys());
        expect(201, machine());
        assertEquals(added.header("ETag"), expect(200, said(all, added)).header("ETag"), "the same again is no change");

        // When it was a mistake, one of them is known by it
        all.remove(serial);
        expect(200, said(all, added));
        assertEquals("1", keys());
        assertTrue(expect(200, get(PPM, PATH + "/history/verify")).jsonPath().getBoolean("verified"));
    }

    @Test
    void a_uuid_of_the_list_identifies_nothing_in_either_byte_order() {
        var body = "{\"kind\": \"HARDWARE\", \"name\": \"Machine\", \"department\": \"DEP-LIB\", \"uuid\": \"%s\"}";
        var before = expect(200, get(PPM, PATH));
        var all = new ArrayList<String>(before.jsonPath().getList("entries"));
        all.add("03000200-0400-0500-0006-000700080009");
        expect(200, said(all, before));
        for (var uuid : List.of("03000200-0400-0500-0006-000700080009", "00020003-0004-0005-0006-000700080009")) {
            expect(201, post(PPM, "/v1/assets", body.formatted(uuid)));
            expect(201, post(PPM, "/v1/assets", body.formatted(uuid)));
        }
    }

    @Test
    void a_policy_admin_says_the_whole_list() {
        var list = expect(200, get(PPM, PATH));
        assertEquals("role-missing", refused(403, put(PPM, PATH, list.header("ETag"), "{\"entries\": []}")));
        var nothing = said(List.of("None", "- -", "0000"), list);
        assertEquals("invalid-values", refused(422, nothing));
        assertEquals(List.of("/entries/1", "/entries/2"), nothing.jsonPath().getList("errors.pointer"));
        assertEquals("precondition-required", refused(428, put(ADMIN, PATH, null, "{\"entries\": []}")));
        assertEquals("not-found", refused(404, get(PPM, "/v1/placeholders/other")));
    }
}
