package city.c3po.inventory.asset;

import static city.c3po.inventory.Http.ADMIN;
import static city.c3po.inventory.Http.FINANCE;
import static city.c3po.inventory.Http.PPM;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import city.c3po.inventory.City;
import city.c3po.inventory.imports.Feeds;
import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class AssetRefResourceTest {
    private String source;
    private String path;

    @BeforeEach
    void sourceAndKey() {
        City.known();
        source = Feeds.source("");
        path = "/v1/assets/by-ref/" + source + "/FA-1";
    }

    /** As a system sends it: without preconditions. */
    private Response say(Tokens by, String body) {
        return RestAssured.given()
                .header("Authorization", by.bearer())
                .contentType("application/json")
                .body(body)
                .put(path);
    }

    private static String machine(String name, String serial, String more) {
        return "{\"kind\": \"HARDWARE\", \"name\": \"%s\", \"department\": \"DEP-LIB\", \"manufacturer\": \"Dell\", \"serial\": \"%s\"%s}"
                .formatted(name, serial, more);
    }

    @Test
    void a_system_says_its_assets_one_by_one() {
        var serial = UUID.randomUUID().toString().replace("-", "");
        var feeder = Feeds.feeder(source);
        var made = expect(201, say(feeder, machine("One", serial, ", \"location\": \"Depot\", \"notes\": \"New\"")));
        assertEquals(source, made.jsonPath().getString("provenance.name"));
        assertEquals(List.of(source), made.jsonPath().getList("sources"));
        assertEquals("IN_USE", made.jsonPath().getString("state"), "as a file's row that says where it is");

        // the same again is no change, something else is, and what is left out is said no more
        var same = expect(200, say(feeder, machine("One", serial, ", \"location\": \"Depot\", \"notes\": \"New\"")));
        assertEquals(made.header("ETag"), same.header("ETag"));
        var renamed = expect(200, say(feeder, machine("One renamed", serial, ", \"location\": \"Depot\"")));
        assertEquals("One renamed", renamed.jsonPath().getString("name"));
        assertNull(renamed.jsonPath().get("notes"));
        assertEquals(made.jsonPath().getString("id"), renamed.jsonPath().getString("id"));

        // and its feed is not late, because it fed us
        assertNull(expect(200, get(PPM, "/v1/sources/" + source)).jsonPath().get("lateSince"));
        assertEquals("1", City.ask("select count(*) from source_fed where source = '" + source + "'"));

        // a file that says it too is about the same asset, and the list finds it by that key
        Feeds.done(source, "", "nativeKey,kind,name,department\nFA-1,HARDWARE,One by file,DEP-LIB\n");
        var listed = expect(200, get(PPM, "/v1/assets?externalRef=" + source + ":FA-1"))
                .jsonPath();
        assertEquals(List.of("One by file"), listed.getList("items.name"));
        assertEquals(List.of(made.jsonPath().getString("id")), listed.getList("items.id"));
    }

    @Test
    void only_the_source_itself_needs_no_precondition() {
        var body = machine("One", UUID.randomUUID().toString(), "");
        assertEquals("fed-by-its-source", refused(403, say(FINANCE, body)));
        assertEquals("creation-precondition-required", refused(428, say(PPM, body)));
        var made = expect(201, create(PPM, path, body));
        assertEquals("precondition-required", refused(428, say(PPM, body)));
        expect(200, put(PPM, path, made.header("ETag"), body));
        assertEquals("kind-is-fixed", refused(422, say(Feeds.feeder(source), body.replace("HARDWARE", "SYSTEM"))));
        assertEquals(
                "tag-is-fixed", refused(422, say(Feeds.feeder(source), machine("One", "S", ", \"tag\": \"OTHER-1\""))));
        assertEquals(
                "sample-data-fixed",
                refused(422, say(Feeds.feeder(source), machine("One", "S", ", \"sampleData\": true"))));
    }

    @Test
    void what_another_key_finds_is_not_linked_silently() {
        var serial = UUID.randomUUID().toString().replace("-", "");
        expect(201, say(Feeds.feeder(source), machine("One", serial, "")));
        path = "/v1/assets/by-ref/" + source + "/FA-2";
        assertEquals("identity-is-free", refused(409, say(Feeds.feeder(source), machine("Two", serial, ""))));
    }

    @Test
    void a_source_that_is_not_known_or_withdrawn_says_nothing() {
        var body = machine("One", UUID.randomUUID().toString(), "");
        var known = expect(200, get(ADMIN, "/v1/sources/" + source));
        expect(200, verb(ADMIN, known, "withdraw", "{\"reason\": \"Gone\"}"));
        assertEquals("feeding-source-is-known", refused(422, say(Feeds.feeder(source), body)));
    }
}
