package city.c3po.portfolio.initiative;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.AUDITOR;
import static city.c3po.portfolio.Http.FINANCE;
import static city.c3po.portfolio.Http.LIBRARIAN;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.PPM_2;
import static city.c3po.portfolio.Http.PROCUREMENT;
import static city.c3po.portfolio.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.portfolio.Story;
import city.c3po.testing.Database;
import city.c3po.testing.SharesInfra;
import city.c3po.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SharesInfra(value = "portfolio", consumes = "charter")
class InitiativeResourceTest {
    private static final String TWO_FIELDS = "{\"title\": \"%s\", \"sponsoringDepartment\": \"DEP-PW\"}";

    @BeforeEach
    void referenceData() {
        create(ADMIN, "/v1/departments/DEP-PW", "{\"name\": \"Public Works\"}");
        create(ADMIN, "/v1/departments/DEP-LIB", "{\"name\": \"Library\"}");
    }

    @Test
    void the_first_request_takes_two_fields() {
        var drafted = expect(201, post(SUBMITTER, "/v1/initiatives", TWO_FIELDS.formatted("Website Recovery Project")));
        var json = drafted.jsonPath();
        assertEquals("DRAFT", json.getString("state"));
        assertTrue(json.getString("number").matches("INI-\\d{4}-\\d{4,}"), json.getString("number"));
        assertEquals(List.of("edit", "submit", "withdraw"), json.getList("allowedActions"));
        assertTrue(drafted.header("Location").endsWith(json.getString("href")));
        assertEquals(
                json.getString("number"),
                expect(200, get(AUDITOR, hrefOf(drafted))).jsonPath().getString("number"));
    }

    @Test
    void a_major_initiative_goes_from_draft_to_review() {
        var draft = expect(201, post(SUBMITTER, "/v1/initiatives", TWO_FIELDS.formatted("My San Jose")));
        var submitted = expect(200, verb(SUBMITTER, draft, "submit"));
        assertEquals("SUBMITTED", submitted.jsonPath().getString("state"));
        assertEquals("NEEDS_INFORMATION", submitted.jsonPath().getString("triage.outcome"));
        assertEquals("illegal-move", refused(409, verb(PPM, submitted, "delegate")));

        var answered = expect(200, patch(SUBMITTER, submitted, "{\"profile\": {\"publicFacing\": true}}"));
        assertEquals("TRIAGED", answered.jsonPath().getString("state"));
        assertEquals("MAJOR", answered.jsonPath().getString("triage.outcome"));
        assertEquals("TRUE", answered.jsonPath().getString("triage.criteria.PROFILE"));

        assertEquals("ppm-assigned", refused(409, verb(PPM, answered, "start-review")));
        var assigned =
                expect(200, verb(PPM, answered, "assign-ppm", "{\"person\": \"%s\"}".formatted(PPM_2.subject())));
        var reviewed = expect(200, verb(PPM_2, assigned, "start-review"));
        assertEquals("UNDER_REVIEW", reviewed.jsonPath().getString("state"));
    }

    @Test
    void a_minor_initiative_is_delegated() {
        var triaged = Story.submitted(Story.MINOR.formatted("Treasury Management System"));
        assertEquals("MINOR", triaged.jsonPath().getString("triage.outcome"));
        assertEquals("illegal-move", refused(409, verb(PPM, triaged, "start-review")));
        assertEquals(
                "DELEGATED",
                expect(200, verb(PPM, triaged, "delegate")).jsonPath().getString("state"));
    }

    @Test
    void an_illegal_move_says_where_it_stands_and_what_is_allowed() {
        var triaged = Story.submitted(Story.MINOR.formatted("Revenue Upgrade"));
        var refusal = expect(409, verb(SUBMITTER, triaged, "submit")).jsonPath();
        assertEquals("illegal-move", refusal.getString("code"));
        assertEquals("TRIAGED", refusal.getString("state"));
        assertEquals(List.of("edit", "withdraw", "override-triage"), refusal.getList("allowedActions"));
    }

    @Test
    void a_triage_explains_itself_and_names_what_is_missing() {
        var draft = expect(201, post(SUBMITTER, "/v1/initiatives", TWO_FIELDS.formatted("FMS Upgrade")));
        refused(404, get(SUBMITTER, hrefOf(draft) + "/triage"));
        var submitted = expect(200, verb(SUBMITTER, draft, "submit"));
        var triage = expect(200, get(SUBMITTER, hrefOf(submitted) + "/triage")).jsonPath();
        assertEquals(List.of("COST", "DEPARTMENTS", "DURATION", "PROFILE"), triage.getList("criteria.criterion"));
        assertEquals("The one-time cost is not known yet.", triage.getString("criteria[0].explanation"));
        assertTrue(
                triage.getList("missing.pointer").containsAll(List.of("/cost/oneTime", "/start", "/profile/safety")));
        assertTrue(triage.getString("policy.number").startsWith("TRP-2021-"));
        assertEquals("DEP-PW", triage.getString("inputs.sponsoringDepartment"));
    }

    @Test
    void every_revision_and_every_triage_stays_readable() {
        var first = Story.submitted(Story.MINOR.formatted("Workers Comp Upgrade"));
        var second = expect(200, patch(SUBMITTER, first, "{\"affectedDepartments\": [\"DEP-LIB\"]}"));
        expect(200, patch(SUBMITTER, second, "{\"title\": \"Workers Compensation Upgrade\"}"));

        var revisions = expect(200, get(AUDITOR, hrefOf(first) + "/revisions")).jsonPath();
        assertEquals(List.of(1, 2, 3), revisions.getList("items.revision"));
        assertEquals(List.of("MINOR", "MAJOR", "MAJOR"), revisions.getList("items.triage.outcome"));
        assertEquals("Workers Comp Upgrade", revisions.getString("items[0].proposal.title"));
        assertEquals(List.of("DEP-LIB"), revisions.getList("items[1].proposal.affectedDepartments"));

        var triages = expect(200, get(AUDITOR, hrefOf(first) + "/triages")).jsonPath();
        assertEquals(List.of("MINOR", "MAJOR", "MAJOR"), triages.getList("items.triage.outcome"));
    }

    @Test
    void revisions_come_in_pages() {
        var seen = Story.submitted(Story.MINOR.formatted("Paged"));
        for (int n = 2; n <= 5; n++) {
            seen = expect(200, patch(SUBMITTER, seen, "{\"product\": \"Version %d\"}".formatted(n)));
        }
        var revisions = new ArrayList<Integer>();
        var next = hrefOf(seen) + "/revisions?limit=2";
        while (next != null) {
            var page = expect(200, get(SUBMITTER, next)).jsonPath();
            revisions.addAll(page.getList("items.revision", Integer.class));
            next = page.getString("next");
        }
        assertEquals(List.of(1, 2, 3, 4, 5), revisions);
    }

    @Test
    void a_patch_that_changes_nothing_is_no_change() {
        var triaged = Story.submitted(Story.MINOR.formatted("Same again"));
        var again = expect(200, patch(SUBMITTER, triaged, "{\"title\": \"Same again\"}"));
        assertEquals(triaged.header("ETag"), again.header("ETag"));
        assertEquals(1, again.jsonPath().getInt("revision"));
    }

    @Test
    void a_returned_initiative_keeps_its_answers_and_comments() {
        var triaged = Story.submitted(Story.MINOR.formatted("Business Tax Amnesty"));
        var returned = expect(200, verb(PPM, triaged, "return", "{\"comment\": \"Which years?\"}"));
        assertEquals("DRAFT", returned.jsonPath().getString("state"));
        assertEquals("Which years?", returned.jsonPath().getString("comments[0].text"));
        var again = expect(200, verb(SUBMITTER, returned, "submit"));
        assertEquals(2, again.jsonPath().getInt("revision"));
        assertEquals(1, again.jsonPath().getList("comments").size());
    }

    @Test
    void an_override_takes_two_of_the_office() {
        var triaged = Story.submitted(Story.MINOR.formatted("AMANDA7 Upgrade"));
        var body = "{\"outcome\": \"MAJOR\", \"reason\": \"Permits depend on it\"}";
        var asked = expect(200, verb(PPM, triaged, "override-triage", body));
        assertEquals("second-person-confirms", refused(403, verb(PPM, asked, "confirm-override")));
        var confirmed = expect(200, verb(PPM_2, asked, "confirm-override"));
        assertEquals("MAJOR", confirmed.jsonPath().getString("triage.outcome"));
        assertTrue(confirmed.jsonPath().getBoolean("triage.overridden"));
        var down = "{\"outcome\": \"MINOR\", \"reason\": \"It is small\"}";
        assertEquals(
                "never-downward-by-the-department", refused(403, verb(SUBMITTER, confirmed, "override-triage", down)));
    }

    @Test
    void nobody_routes_what_they_wrote() {
        var both = SUBMITTER.roles("submitter", "portfolio-manager");
        var triaged = Story.submitted(Story.MINOR.formatted("Own work"));
        assertEquals("four-eyes", refused(403, verb(both, triaged, "delegate")));
    }

    @Test
    void duplicates_and_merges_name_the_one_that_goes_on() {
        var original = Story.submitted(Story.MINOR.formatted("Original"));
        var copy = Story.submitted(Story.MINOR.formatted("Copy"));
        var of = "{\"of\": \"%s\"}";
        var nowhere = of.formatted(UUID.randomUUID());
        assertEquals("known-initiative", refused(422, verb(PPM, copy, "mark-duplicate", nowhere)));
        var itself = of.formatted(copy.jsonPath().getString("id"));
        assertEquals("other-initiative", refused(422, verb(PPM, copy, "mark-duplicate", itself)));
        var marked = expect(
                200,
                verb(
                        PPM,
                        copy,
                        "mark-duplicate",
                        of.formatted(original.jsonPath().getString("id"))));
        assertEquals(original.jsonPath().getString("number"), marked.jsonPath().getString("duplicateOf.number"));
        var back = "{\"into\": \"%s\"}".formatted(copy.jsonPath().getString("id"));
        assertEquals("target-goes-on", refused(409, verb(PPM, original, "merge", back)));
    }

    @Test
    void two_that_are_marked_as_each_others_duplicate_at_once_do_not_both_vanish() throws Exception {
        for (int round = 0; round < 5; round++) {
            var one = Story.submitted(Story.MINOR.formatted("One"));
            var other = Story.submitted(Story.MINOR.formatted("Other"));
            var answers = atOnce(
                    () -> verb(
                            PPM,
                            one,
                            "mark-duplicate",
                            "{\"of\": \"%s\"}".formatted(other.jsonPath().getString("id"))),
                    () -> verb(
                            PPM,
                            other,
                            "mark-duplicate",
                            "{\"of\": \"%s\"}".formatted(one.jsonPath().getString("id"))));
            assertEquals(
                    Set.of(200, 409),
                    new HashSet<>(answers.stream().map(Response::statusCode).toList()));
        }
    }

    @Test
    void a_system_puts_what_it_knows_by_its_own_key_as_often_as_it_likes() {
        var path = "/v1/initiatives/by-ref/finance/PRJ-1";
        var created = expect(201, put(FINANCE, path, null, Story.MINOR.formatted("Fed")));
        var again = expect(200, put(FINANCE, path, null, Story.MINOR.formatted("Fed")));
        assertEquals(created.header("ETag"), again.header("ETag"));
        assertEquals("finance", created.jsonPath().getString("source"));
        expect(200, verb(FINANCE, created, "submit"));
        var revised = expect(200, put(FINANCE, path, null, Story.MINOR.formatted("Fed anew")));
        assertEquals(2, revised.jsonPath().getInt("revision"));
        var found = expect(200, get(FINANCE, "/v1/initiatives?externalRef=finance:PRJ-1"))
                .jsonPath();
        assertEquals(List.of(created.jsonPath().getString("id")), found.getList("items.id"));
    }

    @Test
    void a_system_writes_for_its_own_sources_and_sees_its_own_records_only() {
        var path = "/v1/initiatives/by-ref/finance/PRJ-2";
        var created = expect(201, put(FINANCE, path, null, Story.MINOR.formatted("Private to finance")));
        assertEquals("own-source", refused(403, put(PROCUREMENT, path, null, Story.MINOR.formatted("Mine now"))));
        assertEquals("not-found", refused(404, get(PROCUREMENT, hrefOf(created))));
        assertEquals("not-found", refused(404, get(Tokens.as("vendor"), hrefOf(created))));
        assertEquals(
                List.of(),
                expect(200, get(PROCUREMENT, "/v1/initiatives?externalRef=finance:PRJ-2"))
                        .jsonPath()
                        .getList("items"));
        assertEquals("role-missing", refused(403, get(Tokens.as("resident"), hrefOf(created))));
    }

    @Test
    void a_submitter_needs_preconditions_even_by_reference() {
        var path = "/v1/initiatives/by-ref/paper/A-7";
        var body = Story.MINOR.formatted("From the paper form");
        assertEquals("creation-precondition-required", refused(428, put(SUBMITTER, path, null, body)));
        var created = expect(201, create(SUBMITTER, path, body));
        assertNull(created.jsonPath().get("source"));
        assertEquals("already-exists", refused(412, create(SUBMITTER, path, body)));
        assertEquals("precondition-required", refused(428, put(SUBMITTER, path, null, body)));
    }

    @Test
    void an_external_reference_is_given_once() {
        var body = TWO_FIELDS.replace("}", ", \"externalRefs\": [{\"source\": \"desk\", \"key\": \"T:1\"}]}");
        var first = expect(201, post(SUBMITTER, "/v1/initiatives", body.formatted("First")));
        var refusal = expect(409, post(SUBMITTER, "/v1/initiatives", body.formatted("Second")))
                .jsonPath();
        assertEquals("external-ref-free", refusal.getString("code"));
        assertEquals(first.jsonPath().getString("id"), refusal.getString("takenBy"));
        // given up, it is free again
        expect(200, patch(SUBMITTER, first, "{\"externalRefs\": []}"));
        expect(201, post(SUBMITTER, "/v1/initiatives", body.formatted("Second")));
    }

    @Test
    void a_key_put_by_many_at_once_is_one_initiative() throws Exception {
        var path = "/v1/initiatives/by-ref/finance/RUSH";
        var requests = IntStream.range(0, 8)
                .<Callable<Response>>mapToObj(n -> () -> put(FINANCE, path, null, Story.MINOR.formatted("Rush")))
                .toArray(Callable[]::new);
        @SuppressWarnings("unchecked")
        var answers = atOnce((Callable<Response>[]) requests);
        assertEquals(
                1, answers.stream().filter(answer -> answer.statusCode() == 201).count());
        assertEquals(
                7, answers.stream().filter(answer -> answer.statusCode() == 200).count());
    }

    @Test
    void a_department_nobody_recorded_is_refused_unless_the_token_vouches_for_it() {
        var body = """
                {"title": "Typing errors", "sponsoringDepartment": "DEP-PW", "affectedDepartments": ["DEP-LIBB"],
                 "vendor": "V-0000", "fundingLine": "FL-NONE"}""";
        var refusal = expect(422, post(SUBMITTER, "/v1/initiatives", body)).jsonPath();
        assertEquals("invalid-values", refusal.getString("code"));
        assertEquals(
                Set.of("/affectedDepartments", "/vendor", "/fundingLine"),
                new HashSet<>(refusal.getList("errors.pointer", String.class)));
        var fed = put(
                FINANCE,
                "/v1/initiatives/by-ref/finance/TYPO",
                null,
                "{\"title\": \"Typo\", \"sponsoringDepartment\": \"DEP-NOWHERE\"}");
        assertEquals(
                List.of("/sponsoringDepartment"), expect(422, fed).jsonPath().getList("errors.pointer"));
    }

    @Test
    void values_that_cannot_be_right_together_are_told_together() {
        var body = """
                {"title": "Upside down", "sponsoringDepartment": "DEP-PW", "start": "2026-07-02", "finish": "2026-07-01",
                 "cost": {"oneTime": [{"fiscalYear": 2027, "low": {"amount": 2}, "likely": {"amount": 1}}]}}""";
        var refusal = expect(422, post(SUBMITTER, "/v1/initiatives", body)).jsonPath();
        assertEquals(
                Set.of("/finish", "/cost/oneTime/0"), new HashSet<>(refusal.getList("errors.pointer", String.class)));
    }

    @Test
    void another_department_neither_writes_nor_hands_in() {
        var draft = expect(201, post(SUBMITTER, "/v1/initiatives", TWO_FIELDS.formatted("Ours")));
        assertEquals("own-initiative", refused(403, patch(LIBRARIAN, draft, "{\"title\": \"Theirs\"}")));
        assertEquals("own-initiative", refused(403, verb(LIBRARIAN, draft, "submit")));
        assertEquals(
                "own-department", refused(403, post(LIBRARIAN, "/v1/initiatives", TWO_FIELDS.formatted("For others"))));
    }

    @Test
    void sample_data_is_said_at_creation() {
        var draft = expect(201, post(SUBMITTER, "/v1/initiatives", TWO_FIELDS.formatted("Real")));
        assertEquals("sample-data-is-fixed", refused(422, patch(SUBMITTER, draft, "{\"sampleData\": true}")));
    }

    @Test
    void filters_narrow_the_list_down() {
        var word = "Zanzibar" + UUID.randomUUID().toString().substring(0, 8);
        var minor = Story.submitted(Story.MINOR.formatted(word + " upgrade"));
        var draft = expect(201, post(SUBMITTER, "/v1/initiatives", TWO_FIELDS.formatted(word + " website")));
        var number = minor.jsonPath().getString("number");
        var day = minor.jsonPath().getString("submittedAt").substring(0, 10);

        assertEquals(2, found("q=" + word).size());
        assertEquals(List.of(id(minor)), found("q=upgrade%20" + word));
        assertEquals(List.of(id(draft)), found("q=" + word + "&state=DRAFT"));
        assertEquals(List.of(id(minor)), found("q=" + word + "&triageClass=MINOR&department=DEP-PW"));
        assertEquals(List.of(), found("q=" + word + "&department=DEP-LIB"));
        assertEquals(List.of(id(minor)), found("number=" + number));
        assertEquals(List.of(id(minor)), found("q=" + word + "&submittedFrom=2026-01-01&submittedTo=2999-12-31"));
        assertEquals(List.of(), found("q=" + word + "&submittedTo=2020-01-01"));
        assertEquals(List.of(), found("q=" + word + "&sampleData=true"));
        assertEquals(List.of(id(minor), id(draft)), found("q=" + word + "&sort=LAST_SUBMITTED"));
        assertEquals(List.of(id(minor), id(draft)), found("q=" + word + "&sort=OLDEST"));
        assertEquals(List.of(id(minor), id(draft)), found("q=" + word + "&sort=TITLE"));
        assertFalse(day.isEmpty());
    }

    @Test
    void numbers_are_given_once_however_many_ask_at_once() throws Exception {
        var requests = IntStream.range(0, 16)
                .<Callable<Response>>mapToObj(
                        n -> () -> post(SUBMITTER, "/v1/initiatives", TWO_FIELDS.formatted("Crowd " + n)))
                .toArray(Callable[]::new);
        @SuppressWarnings("unchecked")
        var answers = atOnce((Callable<Response>[]) requests);
        var numbers = new HashSet<String>();
        answers.forEach(answer -> numbers.add(expect(201, answer).jsonPath().getString("number")));
        assertEquals(16, numbers.size());
    }

    @Test
    void a_row_that_was_tampered_with_is_named() throws SQLException {
        var triaged = Story.submitted(Story.MINOR.formatted("Tampered"));
        var verified = get(AUDITOR, hrefOf(triaged) + "/history/verify").jsonPath();
        assertTrue(verified.getBoolean("verified"));
        try (var connection = Database.current().asSuperuser();
                var update = connection.prepareStatement(
                        "update journal set state = jsonb_set(state, '{title}', '\"Forged\"') where aggregate_id = ? and version = 2")) {
            update.setString(1, id(triaged));
            assertEquals(1, update.executeUpdate());
        }
        var broken = get(AUDITOR, hrefOf(triaged) + "/history/verify").jsonPath();
        assertFalse(broken.getBoolean("verified"));
        assertEquals(2, broken.getInt("brokenVersion"));
    }

    private static List<String> found(String filter) {
        return expect(200, get(SUBMITTER, "/v1/initiatives?" + filter))
                .jsonPath()
                .getList("items.id", String.class);
    }

    private static String id(Response seen) {
        return seen.jsonPath().getString("id");
    }

    @SafeVarargs
    private static List<Response> atOnce(Callable<Response>... requests)
            throws InterruptedException, ExecutionException {
        try (var clients = Executors.newFixedThreadPool(requests.length)) {
            var answers = new ArrayList<Response>();
            for (Future<Response> pending : clients.invokeAll(List.of(requests))) {
                answers.add(pending.get());
            }
            return answers;
        }
    }
}
