package city.c3po.inventory.review;

import static city.c3po.inventory.City.ask;
import static city.c3po.inventory.Http.PPM;
import static city.c3po.inventory.Http.SUBMITTER;
import static city.c3po.inventory.imports.Feeds.done;
import static city.c3po.inventory.imports.Feeds.rows;
import static city.c3po.inventory.imports.Feeds.source;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.inventory.City;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class MatchReviewResourceTest {
    private static final String HEADER = "nativeKey,kind,name,department,notes\n";

    @BeforeEach
    void references() {
        City.known();
    }

    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 13);
    }

    private record Doubt(String asset, String second, Response review) {}

    /** Two sources say the same name and department, and nothing else. */
    private static Doubt doubt() {
        var name = "Kiosk " + unique();
        var first = done(source(""), "", HEADER + "A1,HARDWARE," + name + ",DEP-LIB,\n");
        var second = source("");
        var row = done(second, "", HEADER + "B1,HARDWARE," + name + ",DEP-LIB,by the door\n");
        var reviews = expect(
                        200,
                        get(PPM, "/v1/match-reviews?importId=" + row.jsonPath().getString("id")))
                .jsonPath();
        return new Doubt(
                rows(first, "").jsonPath().getString("items[0].asset"),
                second,
                expect(200, get(PPM, reviews.getString("items[0].href"))));
    }

    @Test
    void a_person_links_the_row_and_the_next_file_finds_the_asset_by_itself() {
        var doubt = doubt();
        assertEquals(
                "role-missing",
                refused(
                        403,
                        verb(
                                SUBMITTER,
                                doubt.review(),
                                "link",
                                "{\"asset\": \"%s\", \"comment\": \"Same\"}".formatted(doubt.asset()))));
        var linked = expect(
                200,
                verb(
                        PPM,
                        doubt.review(),
                        "link",
                        "{\"asset\": \"%s\", \"comment\": \"Same\"}".formatted(doubt.asset())));
        assertEquals("LINKED", linked.jsonPath().getString("state"));
        var asset = expect(200, get(PPM, "/v1/assets/" + doubt.asset())).jsonPath();
        assertEquals("by the door", asset.getString("notes"));
        assertEquals(2, asset.getList("sources").size());
        var again = done(
                doubt.second(),
                "&mode=ATOMIC",
                HEADER + "B1,HARDWARE," + asset.getString("name") + ",DEP-LIB,by the door\n");
        assertEquals(1, again.jsonPath().getInt("counts.unchanged"), again.asString());
        assertTrue(expect(200, get(PPM, "/v1/assets/" + doubt.asset() + "/history/verify"))
                .jsonPath()
                .getBoolean("verified"));
        assertEquals("illegal-move", refused(409, verb(PPM, linked, "dismiss", "{\"comment\": \"No\"}")));
    }

    @Test
    void a_person_registers_the_row_as_an_asset_of_its_own() {
        var doubt = doubt();
        var registered = expect(200, verb(PPM, doubt.review(), "register", "{\"comment\": \"Another one\"}"));
        var id = registered.jsonPath().getString("asset");
        assertTrue(!id.equals(doubt.asset()));
        var made = expect(200, get(PPM, "/v1/assets/" + id)).jsonPath();
        assertEquals(doubt.second(), made.getString("provenance.name"));
        assertEquals(
                "city.c3po.asset.created.v1",
                expect(200, get(PPM, "/v1/assets/" + id + "/history"))
                        .jsonPath()
                        .getString("items[0].action"));
    }

    @Test
    void a_person_dismisses_the_row() {
        var doubt = doubt();
        var dismissed = expect(200, verb(PPM, doubt.review(), "dismiss", "{\"comment\": \"Gone\"}"));
        assertEquals("DISMISSED", dismissed.jsonPath().getString("state"));
        expect(200, get(PPM, hrefOf(dismissed) + "/history"));
    }

    @Test
    void sql_and_java_agree_on_what_a_review_looks_like() {
        var review = doubt().review();
        assertEquals("t", ask("""
                select match_review_state(m) = j.state from match_review m join journal j on j.aggregate_id = m.id::text
                where m.id = '%s'""".formatted(review.jsonPath().getString("id"))));
        var dismissed = expect(200, verb(PPM, review, "dismiss", "{\"comment\": \"Gone\"}"));
        assertEquals("t", ask("""
                select match_review_state(m) = j.state from match_review m
                    join journal j on j.aggregate_id = m.id::text and j.version = m.version
                where m.id = '%s'""".formatted(dismissed.jsonPath().getString("id"))));
    }
}
