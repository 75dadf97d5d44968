package city.c3po.charter.charter;

import static city.c3po.charter.Http.ADMIN;
import static city.c3po.charter.Http.ADMIN_2;
import static city.c3po.charter.Http.AUDITOR;
import static city.c3po.charter.Http.HEAD;
import static city.c3po.charter.Http.LIBRARIAN;
import static city.c3po.charter.Http.PPM;
import static city.c3po.charter.Http.SPONSOR;
import static city.c3po.charter.Http.SUBMITTER;
import static city.c3po.charter.Http.VENDOR;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.charter.Contents;
import city.c3po.charter.Portfolio;
import city.c3po.testing.Database;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "charter", consumes = "portfolio")
class CharterResourceTest {
    @Test
    void the_first_request_takes_one_field() {
        var project = Portfolio.project("LITE", "DEP-PW");
        var drafted = expect(201, post(SUBMITTER, "/v1/charters", "{\"project\": \"%s\"}".formatted(project)));
        var json = drafted.jsonPath();
        assertEquals("DRAFT", json.getString("state"));
        assertEquals("LITE", json.getString("tier"));
        assertEquals("Website Recovery", json.getString("title"));
        assertTrue(json.getString("number").matches("CHA-\\d{4}-\\d{4,}"), json.getString("number"));
        assertEquals(List.of("executive-sponsor", "department-head.DEP-PW", "project-lead"), json.getList("seats.key"));
        assertEquals(SPONSOR.subject(), json.getString("seats[0].person"));
        assertNull(json.getString("contentHash"));
    }

    @Test
    void an_unknown_project_is_not_seen_yet() {
        var answer = post(SUBMITTER, "/v1/charters", "{\"project\": \"%s\"}".formatted(UUID.randomUUID()));
        assertEquals("project-not-seen-yet", refused(409, answer));
        assertEquals("2", answer.header("Retry-After"));
    }

    @Test
    void a_project_that_is_over_gets_no_charter() {
        for (var state : List.of("CLOSED", "CANCELLED")) {
            var id = UUID.randomUUID().toString();
            Portfolio.tell("project", "created", id, 1, Portfolio.state(id, "LITE", state, "", "DEP-PW"));
            Portfolio.awaitProject(id, 1);
            assertEquals(
                    "project-not-open",
                    refused(409, post(SUBMITTER, "/v1/charters", "{\"project\": \"%s\"}".formatted(id))));
        }
    }

    @Test
    void a_project_has_one_charter_that_is_not_cancelled() throws Exception {
        var project = Portfolio.project("LITE", "DEP-PW");
        var body = "{\"project\": \"%s\"}".formatted(project);
        Callable<Response> draft = () -> post(SUBMITTER, "/v1/charters", body);
        try (var callers = Executors.newFixedThreadPool(4)) {
            var codes = callers.invokeAll(Stream.generate(() -> draft).limit(4).toList()).stream()
                    .map(future -> future.resultNow().statusCode())
                    .sorted()
                    .toList();
            assertEquals(List.of(201, 409, 409, 409), codes);
        }
        assertEquals("one-charter-per-project", refused(409, post(SUBMITTER, "/v1/charters", body)));

        var first = get(SUBMITTER, "/v1/charters?project=" + project).jsonPath().getString("items[0].href");
        var seen = expect(200, get(SUBMITTER, first));
        expect(200, verb(SUBMITTER, seen, "cancel", "{\"reason\": \"Begun twice\"}"));
        expect(201, post(SUBMITTER, "/v1/charters", body));
    }

    @Test
    void an_earlier_event_of_a_project_does_not_undo_a_later_one() {
        var id = UUID.randomUUID().toString();
        Portfolio.tell("project", "created", id, 1, Portfolio.state(id, "STANDARD", "INITIATING", "", "DEP-PW"));
        Portfolio.tell("project", "moved", id, 2, Portfolio.state(id, "STANDARD", "CANCELLED", "", "DEP-PW"));
        Portfolio.tell("project", "created", id, 1, Portfolio.state(id, "STANDARD", "INITIATING", "", "DEP-PW"));
        Portfolio.awaitProject(id, 2);
        assertEquals(
                "project-not-open",
                refused(409, post(SUBMITTER, "/v1/charters", "{\"project\": \"%s\"}".formatted(id))));
    }

    @Test
    void completeness_names_each_gap_and_the_recommendation_it_answers() {
        var draft = draft("LITE", "{}");
        var missing =
                expect(200, get(SUBMITTER, hrefOf(draft) + "/completeness")).jsonPath();
        assertTrue(missing.getInt("percentage") < 50);
        assertTrue(missing.getList("gaps.pointer").contains("/product/what/scope"));
        assertTrue(missing.getList("gaps.recommendation").containsAll(List.of(2, 3)));

        var written = expect(200, patch(SUBMITTER, draft, "{\"content\": " + Contents.LITE + "}"));
        var full =
                expect(200, get(SUBMITTER, hrefOf(written) + "/completeness")).jsonPath();
        assertEquals(List.of(), full.getList("gaps"));
        assertEquals(100, full.getInt("percentage"));
    }

    @Test
    void criteria_get_keys_that_stay() {
        var draft = draft("LITE", """
                {"product": {"what": {"deliverables": [{"name": "A", "criteria": [{"text": "one"}, {"key": "C1", "text": "two"}]}]}}}""");
        assertEquals(
                List.of("C2", "C1"), draft.jsonPath().getList("content.product.what.deliverables[0].criteria.key"));
        var twice = """
                {"content": {"product": {"what": {"deliverables": [{"name": "A", "criteria": [{"key": "X", "text": "one"}, {"key": "X", "text": "two"}]}]}}}}""";
        assertEquals("invalid-values", refused(422, patch(SUBMITTER, draft, twice)));
    }

    @Test
    void review_goes_back_and_forth_with_comments() {
        var draft = draft("LITE", Contents.LITE);
        assertEquals("illegal-move", refused(409, verb(PPM, draft, "return", "{\"comment\": \"Not yet\"}")));
        var handedIn = expect(200, verb(SUBMITTER, draft, "submit"));
        assertEquals("IN_REVIEW", handedIn.jsonPath().getString("state"));
        assertEquals("illegal-move", refused(409, patch(SUBMITTER, handedIn, "{\"title\": \"Other\"}")));
        var returned = expect(200, verb(SPONSOR, handedIn, "return", "{\"comment\": \"Which forms?\"}"));
        assertEquals("DRAFT", returned.jsonPath().getString("state"));
        assertEquals("Which forms?", returned.jsonPath().getString("comments[0].text"));
    }

    @Test
    void seats_are_assigned_before_commitment_and_the_sponsor_does_not_run_it() {
        var draft = draft("LITE", Contents.LITE);
        var path = hrefOf(draft) + "/seats/";
        var body = "{\"person\": \"%s\", \"authorityBasis\": \"Municipal Code 2.04\"}";
        assertEquals(
                "sponsor-is-not-ppm",
                refused(
                        409,
                        put(
                                SUBMITTER,
                                path + "project-lead",
                                draft.header("ETag"),
                                body.formatted(SPONSOR.subject()))));
        assertEquals(
                "known-seat", refused(404, put(SUBMITTER, path + "cio", draft.header("ETag"), body.formatted("x"))));
        var seated = expect(
                200,
                put(SUBMITTER, path + "department-head.DEP-PW", draft.header("ETag"), body.formatted(HEAD.subject())));
        assertEquals(HEAD.subject(), seated.jsonPath().getString("seats[1].person"));
    }

    @Test
    void strangers_read_but_do_not_write() {
        var draft = draft("LITE", "{}");
        expect(200, get(AUDITOR, hrefOf(draft)));
        expect(404, get(VENDOR, hrefOf(draft)));
        assertEquals("authors-only", refused(403, patch(LIBRARIAN, draft, "{\"title\": \"Mine\"}")));
        assertEquals(
                "own-project",
                refused(
                        403,
                        post(
                                LIBRARIAN,
                                "/v1/charters",
                                "{\"project\": \"%s\"}".formatted(Portfolio.project("LITE", "DEP-PW")))));
    }

    @Test
    void a_template_that_changes_leaves_charters_in_flight_alone() {
        var draft = draft("LITE", Contents.LITE);
        var present = expect(200, get(ADMIN, "/v1/charter-templates?tier=LITE&state=ADOPTED"))
                .jsonPath();
        var text = expect(200, get(ADMIN, present.getString("items[0].href"))).asString();
        var better = text.substring(text.indexOf("\"text\":") + 7, text.indexOf(",\"authors\""))
                .replace("\"documents\":[]", "\"documents\":[\"BUSINESS_CASE\"]");
        var next = expect(
                201, post(ADMIN, "/v1/charter-templates", "{\"tier\": \"LITE\", \"text\": %s}".formatted(better)));
        assertEquals("second-person-adopts", refused(403, verb(ADMIN, next, "adopt")));
        var adopted = expect(200, verb(ADMIN_2, next, "adopt"));

        assertEquals(
                100, get(SUBMITTER, hrefOf(draft) + "/completeness").jsonPath().getInt("percentage"));
        var difference = get(SUBMITTER, hrefOf(draft) + "/template-difference").jsonPath();
        assertEquals(List.of("/documents"), difference.getList("changes.path"));
        var upgraded = expect(
                200,
                verb(
                        SUBMITTER,
                        draft,
                        "upgrade-template",
                        "{\"template\": \"%s\"}".formatted(adopted.jsonPath().getString("id"))));
        assertEquals(
                List.of("document-missing"),
                get(SUBMITTER, hrefOf(upgraded) + "/completeness").jsonPath().getList("gaps.code"));
        // others of this suite expect the one that ships
        var old = expect(
                201,
                post(
                        ADMIN,
                        "/v1/charter-templates",
                        "{\"tier\": \"LITE\", \"text\": %s}".formatted(better.replace("[\"BUSINESS_CASE\"]", "[]"))));
        expect(200, verb(ADMIN_2, old, "adopt"));
    }

    @Test
    void a_template_is_of_the_charters_tier_and_in_force() throws SQLException {
        var major = expect(200, get(ADMIN, "/v1/charter-templates?tier=MAJOR&state=ADOPTED"))
                .jsonPath()
                .getString("items[0].id");
        assertEquals(
                "template-fits-tier",
                refused(
                        422,
                        verb(
                                SUBMITTER,
                                draft("LITE", Contents.LITE),
                                "upgrade-template",
                                "{\"template\": \"%s\"}".formatted(major))));
        var project = Portfolio.project("STANDARD", "DEP-PW");
        try (var connection = Database.current().asApp();
                var statement = connection.createStatement()) {
            statement.execute("update charter_template set state = 'SUPERSEDED' where tier = 'STANDARD'");
            assertEquals(
                    "template-in-force",
                    refused(409, post(SUBMITTER, "/v1/charters", "{\"project\": \"%s\"}".formatted(project))));
            statement.execute("update charter_template set state = 'ADOPTED' where tier = 'STANDARD'");
        }
        expect(201, post(SUBMITTER, "/v1/charters", "{\"project\": \"%s\"}".formatted(project)));
    }

    @Test
    void sessions_and_decisions_are_recorded_and_never_change() {
        var draft = draft("STANDARD", "{}");
        var held = expect(200, verb(PPM, draft, "design-sessions", """
                {"heldOn": "2026-03-02", "agenda": "What and why", "participants": ["%s", "%s"], "outcome": "Scope agreed"}""".formatted(SPONSOR.subject(), PPM.subject())));
        assertEquals(1, held.jsonPath().getInt("sessions"));
        assertEquals("held-not-later", refused(422, verb(PPM, held, "design-sessions", """
                        {"heldOn": "2999-03-02", "agenda": "Later", "participants": ["x"]}""")));
        var decided = expect(200, verb(PPM, held, "decisions", """
                {"text": "The app comes first", "decidedBy": "%s", "decidedOn": "2026-03-02"}""".formatted(SPONSOR.subject())));
        assertEquals("known-decision", refused(422, verb(PPM, decided, "decisions", """
                        {"text": "Or not", "decidedBy": "x", "decidedOn": "2026-03-02", "supersedes": 7}""")));
        expect(200, verb(PPM, decided, "decisions", """
                {"text": "The web comes first", "decidedBy": "x", "decidedOn": "2026-03-03", "supersedes": 1}"""));
        assertEquals(
                List.of(1, 2),
                get(AUDITOR, hrefOf(draft) + "/decisions").jsonPath().getList("items.number"));
        assertEquals(
                List.of("What and why"),
                get(AUDITOR, hrefOf(draft) + "/design-sessions").jsonPath().getList("items.agenda"));
    }

    private static Response draft(String tier, String content) {
        var project = Portfolio.project(tier, "DEP-PW");
        return expect(
                201,
                post(SUBMITTER, "/v1/charters", "{\"project\": \"%s\", \"content\": %s}".formatted(project, content)));
    }
}
