package city.c3po.inventory.quality;

import static city.c3po.inventory.City.ask;
import static city.c3po.inventory.Http.LIBRARIAN;
import static city.c3po.inventory.Http.PPM;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.inventory.City;
import city.c3po.inventory.imports.Feeds;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class QualityTest {
    private static final String HEADER =
            "nativeKey,kind,name,department,location,manufacturer,model,serial,vendor,receivedOn\n";

    private String source;
    private String department;

    @BeforeEach
    void departmentAndSource() {
        City.known();
        source = Feeds.source("");
        department = "DEP-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        City.run("insert into known_reference values ('department', '" + department + "', 'New', 1)");
    }

    private void feed(String rows) {
        assertEquals("APPLIED", Feeds.done(source, "", HEADER + rows).jsonPath().getString("state"));
    }

    private String machine(String key, String name, String vendor) {
        return "%s,HARDWARE,%s,%s,Main,Dell,X1,%s,%s,2026-01-01\n"
                .formatted(key, name, department, UUID.randomUUID().toString().replace("-", ""), vendor);
    }

    private static Response measured() {
        return expect(
                200, RestAssured.given().header("Authorization", PPM.bearer()).post("/v1/quality/measure"));
    }

    private JsonPath quality() {
        measured();
        return expect(200, get(PPM, "/v1/quality/department:" + department)).jsonPath();
    }

    private static void assertScore(String expected, JsonPath quality, String score) {
        assertEquals(expected, String.valueOf(quality.getDouble(score)), score);
    }

    @Test
    void each_score_is_how_many_of_how_many() {
        City.run("insert into known_reference values ('vendor', 'V-UNTOLD', null, 0) on conflict do nothing");
        // Given four machines: one says too little, two are twins, one names a vendor nobody has told of
        feed(machine("A", "A of " + source, "V-1001")
                + machine("B", "Twin " + source, "V-1001")
                + machine("C", "Twin " + source, "V-UNTOLD")
                + "D,HARDWARE,D of %s,%s,Main,,,,,\n".formatted(source, department));

        var quality = quality();
        // 7 things each, and the last one says 2 of them
        assertScore("0.8214", quality, "scores.completeness");
        assertScore("1.0", quality, "scores.freshness");
        assertScore("0.5", quality, "scores.uniqueness");
        // 4 departments and 3 vendors, of whom one is a placeholder
        assertScore("0.8571", quality, "scores.mapping");
        assertScore("0.8178", quality, "index");
        assertEquals(4, quality.getInt("assets"));
        var ofSource = expect(200, get(PPM, "/v1/quality/source:" + source)).jsonPath();
        assertScore("0.8178", ofSource, "index");
        assertTrue(expect(200, get(PPM, "/v1/quality/city")).jsonPath().getBoolean("city"));
    }

    @Test
    void the_index_falls_when_a_feed_stops_and_rises_when_it_resumes() {
        feed(machine("A", "A of " + source, "V-1001"));
        var good = quality();
        assertScore("1.0", good, "index");

        // When nobody has seen its assets for more than three cadences
        City.run("update sighting set last_seen = now() - interval '73 hours' where source = '" + source + "'");
        var bad = quality();
        assertScore("0.0", bad, "scores.freshness");
        assertScore("0.7", bad, "index");
        assertEquals(1, bad.getInt("stale"));

        // When the feed comes again
        feed(machine("A", "A of " + source, "V-1001"));
        assertScore("1.0", quality(), "index");

        // Then all three were told, and are its trend
        var trend = expect(200, get(PPM, "/v1/quality/department:" + department + "/trend"))
                .jsonPath();
        assertEquals(List.of(1.0f, 0.7f, 1.0f), trend.getList("points.index").subList(0, 3));
        assertEquals(
                "0.7000",
                ask("select state ->> 'index' from journal where type = 'city.c3po.quality.measured.v1' and version = 2"
                        + " and aggregate_id = 'department:" + department + "'"));
        assertTrue(expect(200, get(PPM, "/v1/quality/department:" + department + "/history/verify"))
                .jsonPath()
                .getBoolean("verified"));
    }

    @Test
    void what_only_people_say_is_fresh_for_a_year() {
        City.run("insert into known_reference values ('person', 'cy', 'Cy', 1) on conflict do nothing");
        var made = expect(
                201,
                post(
                        PPM,
                        "/v1/assets",
                        "{\"kind\": \"DATA_SET\", \"name\": \"Trees\", \"department\": \"%s\"}".formatted(department)));
        assertScore("1.0", quality(), "scores.freshness");
        City.run("update sighting set last_seen = now() - interval '366 days' where asset = '"
                + made.jsonPath().getString("id") + "'");
        assertScore("0.0", quality(), "scores.freshness");
    }

    @Test
    void nothing_to_judge_is_no_number() {
        var made = expect(
                201,
                post(
                        PPM,
                        "/v1/assets?beginsAs=PLANNED",
                        "{\"kind\": \"DATA_SET\", \"name\": \"Trees\", \"department\": \"%s\"}".formatted(department)));
        assertEquals(1, quality().getInt("assets"));
        expect(200, verb(PPM, made, "terminate", "{\"reason\": \"Gone\"}"));
        var empty = quality();
        assertEquals(0, empty.getInt("assets"));
        assertNull(empty.get("scores.completeness"));
        assertNull(empty.get("index"));
    }

    @Test
    void every_employee_may_read_and_the_office_measures() {
        measured();
        assertEquals(
                "role-missing",
                refused(
                        403,
                        RestAssured.given()
                                .header("Authorization", LIBRARIAN.bearer())
                                .post("/v1/quality/measure")));
        assertEquals(
                1,
                expect(200, get(LIBRARIAN, "/v1/quality?limit=1"))
                        .jsonPath()
                        .getList("items")
                        .size());
        assertEquals("not-found", refused(404, get(LIBRARIAN, "/v1/quality/department:NONE")));
    }
}
