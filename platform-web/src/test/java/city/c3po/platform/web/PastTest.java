package city.c3po.platform.web;

import static city.c3po.platform.note.NoteApi.as;
import static city.c3po.platform.note.NoteApi.etag;
import static city.c3po.platform.note.NoteApi.note;
import static city.c3po.platform.note.NoteApi.submitter;
import static city.c3po.platform.web.Shape.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertNull;

import city.c3po.testing.Database;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra("platformtest")
class PastTest {
    private static final String FAR = "2999-01-01T00:00:00Z";
    private final String first = "As it was " + UUID.randomUUID();
    private String note = "";

    @BeforeEach
    void write() {
        note = note(first);
    }

    @Test
    void a_record_is_shown_as_it_was_recorded() {
        var created = recordedAt(0);
        edit("As it is " + note);

        asOf(created).then().statusCode(200).body("title", equalTo(first)).body("version", is(1));
        asOf(FAR)
                .then()
                .statusCode(200)
                .body("title", equalTo("As it is " + note))
                .body("version", is(2));
    }

    @Test
    void the_past_knows_neither_tag_nor_allowed_actions() {
        var past = asOf(FAR);

        assertNull(past.header("ETag"));
        past.then()
                .body("$", not(org.hamcrest.Matchers.hasKey("allowedActions")))
                .body("text", nullValue());
    }

    @Test
    void before_its_creation_there_was_nothing() {
        problem(asOf(Instant.parse(recordedAt(0)).minusMillis(1).toString()), 404, "not-found");
    }

    @Test
    void an_older_shape_is_shown_in_todays() throws SQLException {
        rewrite("state = state - 'number' || '{\"colour\": \"red\"}'");

        asOf(FAR)
                .then()
                .statusCode(200)
                .body("title", equalTo(first))
                .body("number", nullValue())
                .body("$", not(org.hamcrest.Matchers.hasKey("colour")));
    }

    @Test
    void what_was_redacted_stays_redacted() throws SQLException {
        rewrite("state = null, fact = null");

        problem(asOf(FAR), 404, "not-found");
        submitter().get(note + "/history").then().statusCode(200).body("items[0].changes", nullValue());
    }

    @Test
    void history_comes_in_pages() {
        edit("Second " + note);
        edit("Third " + note);

        String next = submitter()
                .get(note + "/history?limit=2&count=true")
                .then()
                .statusCode(200)
                .body("items.version", contains(1, 2))
                .body("items[1].changes.path", contains("/title", "/version"))
                .body("total", is(3))
                .extract()
                .path("next");

        submitter()
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("items.version", contains(3))
                .body("next", nullValue());
    }

    @Test
    void a_cursor_of_another_record_is_refused() {
        edit("Second " + note);
        String next = submitter().get(note + "/history?limit=1").path("next");
        var elsewhere = note("Elsewhere " + UUID.randomUUID());

        problem(submitter().urlEncodingEnabled(false).get(next.replace(note, elsewhere)), 400, "bad-cursor");
    }

    @Test
    void the_first_broken_row_is_named() throws SQLException {
        edit("Second " + note);
        edit("Third " + note);
        submitter()
                .get(note + "/history/verify")
                .then()
                .body("verified", is(true))
                .body("versions", is(3));

        rewrite("fact = fact || '{\"title\": \"forged\"}', version = version", 2);

        submitter()
                .get(note + "/history/verify")
                .then()
                .body("verified", is(false))
                .body("brokenVersion", is(2))
                .body("fault", is("fact was changed"));
    }

    @Test
    void todays_visibility_rules_the_past() {
        String secret = submitter()
                .contentType("application/json")
                .body("{\"title\": \"Secret %s\", \"confidential\": true}".formatted(first))
                .post("/v1/notes")
                .path("href");

        for (var path : new String[] {"", "?asOf=" + FAR}) {
            problem(as("submitter-2").get(secret + path), 404, "not-found");
            as("ppm").get(secret + path).then().statusCode(200);
        }
        problem(as("submitter-2").get(secret + "/history"), 404, "not-found");
        problem(as("submitter-2").get(secret + "/history/verify"), 404, "not-found");
        submitter().get(secret + "/history").then().body("items", hasSize(1));
    }

    private io.restassured.response.Response asOf(String instant) {
        return submitter().queryParam("asOf", instant).get(note);
    }

    private String recordedAt(int entry) {
        return submitter().get(note + "/history").path("items[" + entry + "].recordedAt");
    }

    private void edit(String title) {
        submitter()
                .header("If-Match", etag(note))
                .contentType("application/merge-patch+json")
                .body("{\"title\": \"%s\"}".formatted(title))
                .patch(note)
                .then()
                .statusCode(200);
    }

    private void rewrite(String what) throws SQLException {
        rewrite(what, 1);
    }

    /** As no role of the service can. */
    private void rewrite(String what, int version) throws SQLException {
        try (var connection = Database.current().asSuperuser();
                var update = connection.prepareStatement(
                        "update journal set " + what + " where aggregate_id = ? and version = ?")) {
            update.setString(1, note.substring(note.lastIndexOf('/') + 1));
            update.setInt(2, version);
            update.executeUpdate();
        }
    }
}
