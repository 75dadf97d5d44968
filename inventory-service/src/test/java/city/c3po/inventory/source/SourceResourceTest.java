package city.c3po.inventory.source;

import static city.c3po.inventory.City.ask;
import static city.c3po.inventory.Http.ADMIN;
import static city.c3po.inventory.Http.PPM;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.inventory.City;
import city.c3po.inventory.imports.Feeds;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class SourceResourceTest {
    @BeforeEach
    void references() {
        City.known();
    }

    private static String path() {
        return "/v1/sources/s" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void a_name_and_a_cadence_are_enough() {
        var path = path();
        var made = expect(201, create(ADMIN, path, "{\"name\": \"Discovery\", \"cadenceHours\": 24}"));
        assertEquals(72, made.jsonPath().getInt("freshHours"));
        assertEquals(100, made.jsonPath().getInt("rank"));
        assertEquals(
                "role-missing", refused(403, create(PPM, path(), "{\"name\": \"Discovery\", \"cadenceHours\": 24}")));
        assertEquals(
                "not-manual",
                refused(422, create(ADMIN, "/v1/sources/manual", "{\"name\": \"M\", \"cadenceHours\": 1}")));
        var same =
                expect(200, put(ADMIN, path, made.header("ETag"), "{\"name\": \"Discovery\", \"cadenceHours\": 24}"));
        assertEquals(made.header("ETag"), same.header("ETag"), "saying the same again changes nothing");
        expect(
                200,
                put(ADMIN, path, made.header("ETag"), "{\"name\": \"Discovery\", \"cadenceHours\": 12, \"rank\": 5}"));
        assertTrue(expect(200, get(PPM, path + "/history/verify")).jsonPath().getBoolean("verified"));
        assertEquals(
                "source-sample-data-fixed",
                refused(422, put(ADMIN, path, "*", "{\"name\": \"D\", \"cadenceHours\": 1, \"sampleData\": true}")));
    }

    @Test
    void what_a_withdrawn_source_said_is_kept_and_believed_no_more() {
        var good = Feeds.source(", \"rank\": 200");
        var bad = Feeds.source(", \"rank\": 10");
        var serial = UUID.randomUUID().toString().replace("-", "");
        var header = "nativeKey,kind,name,department,location,custodian,manufacturer,model,serial\n";
        var file = Feeds.done(
                good, "", header + "G,HARDWARE,Good name of %s,DEP-LIB,,,Dell,X1,%s\n".formatted(good, serial));
        var href = "/v1/assets/" + Feeds.rows(file, "").jsonPath().getString("items[0].asset");
        Feeds.done(bad, "", header + "B,HARDWARE,Bad name of %s,DEP-PW,Depot,ada,Dell,,%s\n".formatted(bad, serial));
        Feeds.done(bad, "", header + "C,HARDWARE,Only theirs of %s,DEP-PW,Depot,ada,Dell,,\n".formatted(bad));
        var before = expect(
                200,
                verb(PPM, expect(200, get(PPM, href)), "lock", "{\"attribute\": \"model\", \"reason\": \"Seen\"}"));
        assertEquals("Bad name of " + bad, before.jsonPath().getString("name"));
        var source = expect(200, get(ADMIN, "/v1/sources/" + bad));

        // When it is withdrawn
        var waiting =
                Feeds.done(bad, "&dryRun=true", header + "D,HARDWARE,D of %s,DEP-PW,Depot,,Dell,,\n".formatted(bad));
        var reason = "{\"reason\": \"It read the wrong network\"}";
        assertEquals("no-import-under-way", refused(409, verb(ADMIN, source, "withdraw", reason)));
        expect(200, verb(PPM, waiting, "reject", reason));
        assertEquals("role-missing", refused(403, verb(PPM, source, "withdraw", reason)));
        expect(200, verb(ADMIN, source, "withdraw", reason));
        var withdrawn = Feeds.reconsidered(bad);

        // Then the others are believed, and what it said is still there
        var after = expect(200, get(PPM, href));
        assertEquals("Good name of " + good, after.jsonPath().getString("name"));
        assertEquals("DEP-LIB", after.jsonPath().getString("department"));
        assertNull(after.jsonPath().get("custodian"));
        assertEquals(List.of(good), after.jsonPath().getList("sources"));
        assertEquals("manual", after.jsonPath().getString("provenance.model"), "a lock stays");
        var claims = expect(200, get(PPM, href + "/identity")).jsonPath();
        assertEquals("Bad name of " + bad, claims.getString("claims.find { it.source == '" + bad + "' }.said.name"));
        assertTrue(expect(200, get(PPM, href + "/history/verify")).jsonPath().getBoolean("verified"));

        // And what only it said of an asset in use stays, because an asset in use is somewhere
        var only = expect(200, get(PPM, "/v1/assets?q=Only%20theirs%20of%20" + bad))
                .jsonPath();
        assertEquals("Only theirs of " + bad, only.getString("items[0].name"));
        assertEquals("Depot", only.getString("items[0].location"));

        // And it imports nothing, and is not late
        assertEquals("known-source", refused(422, Feeds.csv(bad, "", header)));
        assertEquals("illegal-move", refused(409, verb(ADMIN, withdrawn, "withdraw", reason)));

        // When it is reinstated, it is believed as before
        expect(200, verb(ADMIN, withdrawn, "reinstate", reason));
        Feeds.reconsidered(bad);
        assertEquals(
                "2",
                ask("select count(*) from journal where type = 'city.c3po.source.reconsidered.v1' and aggregate_id = '"
                        + bad + "' and fact ->> 'assets' = '2'"));
        var again = expect(200, get(PPM, href)).jsonPath();
        assertEquals("Bad name of " + bad, again.getString("name"));
        assertEquals("ada", again.getString("custodian"));
    }
}
