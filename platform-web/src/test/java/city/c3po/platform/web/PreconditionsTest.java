package city.c3po.platform.web;

import static city.c3po.platform.note.NoteApi.as;
import static city.c3po.platform.note.NoteApi.etag;
import static city.c3po.platform.note.NoteApi.note;
import static city.c3po.platform.note.NoteApi.submitter;
import static city.c3po.platform.web.Shape.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of checks inside the transaction, and what counts of a tag. */
@QuarkusTest
@WithInfra("platformtest")
class PreconditionsTest {
    private String note = "";

    @BeforeEach
    void write() {
        note = note("Seen " + UUID.randomUUID());
    }

    @Test
    void absent_comes_before_everything_else() {
        problem(archive("/v1/notes/" + UUID.randomUUID(), null), 404, "not-found");
    }

    @Test
    void permission_comes_before_the_precondition() {
        problem(as("submitter-2").post(note + "/archive"), 403, "own-note");
    }

    @Test
    void a_missing_precondition_is_428() {
        problem(archive(note, null), 428, "precondition-required");
    }

    @Test
    void a_stale_precondition_is_412_with_the_present_tag() {
        var stale = etag(note);
        edit(note, stale, "Edited " + note);

        problem(archive(note, stale), 412, "stale-version").header("ETag", etag(note));
    }

    @Test
    void the_precondition_comes_before_the_rule_of_the_record() {
        archive(note, etag(note));

        problem(archive(note, "\"1.00000000\""), 412, "stale-version");
        problem(archive(note, etag(note)), 409, "illegal-move")
                .body("state", is("ARCHIVED"))
                .body("action", is("archive"))
                .body("allowedActions", is(java.util.List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"1\"", "\"1.another-hash\"", "W/\"1.x\"", "\"7.x\", \"1.x\"", "\"not-ours\", \"1.x\"", "*"})
    void only_the_version_counts_weak_listed_or_any(String header) {
        assertEquals(200, archive(note, header).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"not-ours\"", "\"2.x\"", "\"\"", "\"99999999999999999999\""})
    void a_tag_that_can_never_match_is_412(String header) {
        problem(archive(note, header), 412, "stale-version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1", "1.x", "\"1\" \"2\""})
    void a_precondition_that_cannot_be_read_is_400(String header) {
        problem(archive(note, header), 400, "bad-precondition");
    }

    @Test
    void a_replacement_needs_the_version_too() {
        problem(replaced(null), 428, "precondition-required");
        replaced(etag(note))
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"2."))
                .body("title", startsWith("Replaced"));
    }

    @Test
    void creating_what_exists_is_412() {
        problem(
                submitter()
                        .header("If-None-Match", "*")
                        .contentType("application/json")
                        .body("{\"title\": \"Replaced\"}")
                        .put(note),
                412,
                "already-exists");
    }

    @Test
    void a_patch_changes_what_it_names_and_removes_what_is_null() {
        edit(note, etag(note), "Patched " + note)
                .then()
                .statusCode(200)
                .header("ETag", startsWith("\"2."))
                .body("title", startsWith("Patched"));
        submitter()
                .header("If-Match", etag(note))
                .contentType("application/merge-patch+json")
                .body("{\"text\": \"  Cafe\u0301 \", \"cost\": {\"amount\": 12.345}}")
                .patch(note)
                .then()
                .statusCode(200)
                .body("text", is("Café"))
                .body("cost.amount", is(12.35f))
                .body("cost.currency", is("USD"));
        submitter()
                .header("If-Match", etag(note))
                .contentType("application/merge-patch+json")
                .body("{\"cost\": {\"currency\": \"EUR\"}, \"text\": null}")
                .patch(note)
                .then()
                .statusCode(200)
                .body("text", nullValue())
                .body("cost.amount", is(12.35f))
                .body("cost.currency", is("EUR"));
    }

    @Test
    void what_a_patch_alone_shows_to_be_wrong_is_told_before_the_record_is_looked_for() {
        var nowhere = "/v1/notes/" + UUID.randomUUID();

        problem(patched(nowhere, "{\"titel\": \"x\"}"), 400, "unknown-member")
                .body("errors.pointer", contains("/titel"));
        problem(patched(nowhere, "{\"title\": 3}"), 400, "wrong-shape").body("errors.pointer", contains("/title"));
        problem(patched(nowhere, "{\"title\": \"\"}"), 422, "invalid-values")
                .body("errors.pointer", contains("/title"));
        problem(patched(nowhere, "{\"title\": null}"), 422, "invalid-values")
                .body("errors.pointer", contains("/title"));
        problem(patched(nowhere, "[]"), 400, "wrong-shape");
        problem(patched(nowhere, ""), 400, "missing-body");
        problem(patched(nowhere, "{\"title\": \"Fine\"}"), 404, "not-found");
    }

    @Test
    void what_only_the_whole_shows_to_be_wrong_is_422() {
        problem(
                        submitter()
                                .header("If-Match", etag(note))
                                .contentType("application/merge-patch+json")
                                .body("{\"cost\": {\"currency\": \"USD\"}}")
                                .patch(note),
                        422,
                        "invalid-values")
                .body("errors.pointer", contains("/cost/amount"));
    }

    private Response replaced(String tag) {
        var request = tag == null ? submitter() : submitter().header("If-Match", tag);
        return request.contentType("application/json")
                .body("{\"title\": \"Replaced %s\"}".formatted(note))
                .put(note);
    }

    private static Response patched(String href, String patch) {
        return submitter()
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch(href);
    }

    private static Response edit(String href, String tag, String title) {
        return submitter()
                .header("If-Match", tag)
                .contentType("application/merge-patch+json")
                .body("{\"title\": \"%s\"}".formatted(title))
                .patch(href);
    }

    private static Response archive(String href, String tag) {
        var request = tag == null ? submitter() : submitter().header("If-Match", tag);
        return request.post(href + "/archive");
    }
}
