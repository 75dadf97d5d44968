package city.c3po.audit.followup;

import static city.c3po.audit.Http.BOARD;
import static city.c3po.audit.Http.PPM;
import static city.c3po.audit.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import city.c3po.audit.City;
import city.c3po.audit.TheServers;
import city.c3po.audit.Workbooks;
import city.c3po.platform.web.MediaTypes;
import city.c3po.testing.Database;
import city.c3po.testing.Tokens;
import city.c3po.testing.http.Requests;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TheServers.class)
class FollowUpTest {
    private static final int HAPPENED = 37;

    private final String body = "b-" + UUID.randomUUID().toString().substring(0, 13);
    private final Tokens auditor = Tokens.as("auditor").bodies(body);
    private final Tokens second = Tokens.as("auditor-2").bodies(body);

    /** San José, December 2020: 232 carried + 55 new − 37 implemented or closed = 250. The subjects are generated. */
    @Test
    void the_published_ledger_of_december_2020_reproduces() {
        var carried = brought(232);
        frozen("2020-06-30");
        brought(55);
        carried.subList(0, 20).forEach(this::implement);
        carried.subList(20, 37).forEach(this::close);
        var december = frozen("2020-12-31");
        var ledger = get(auditor, hrefOf(december) + "/ledger").jsonPath();
        assertEquals(
                List.of(232, 55, 0, 20, 17, 250),
                List.of(
                        ledger.getInt("city.opening"),
                        ledger.getInt("city.issued"),
                        ledger.getInt("city.reopened"),
                        ledger.getInt("city.implemented"),
                        ledger.getInt("city.closed"),
                        ledger.getInt("city.closing")));
        assertEquals(List.of("DEP-PW"), ledger.getList("departments.department"));
        expect(200, verb(auditor, december, "publish"));
        assertEquals(250, get(BOARD, hrefOf(december)).jsonPath().getInt("ledger.city.closing"));
        assertEquals(
                55,
                get(BOARD, hrefOf(december) + "/deltas?class=NEW&limit=500")
                        .jsonPath()
                        .getList("items")
                        .size());
        var table = Workbooks.rows(
                expect(200, Requests.as(BOARD).header("Accept", MediaTypes.XLSX).get(hrefOf(december) + "/deltas"))
                        .asByteArray());
        assertEquals(1 + 287, table.size(), "a header, and a row for each that was ever issued");
    }

    @Test
    void classes_go_by_precedence_flags_are_kept_and_departments_hand_over() {
        var items = issue(5);
        var first = frozen("2025-06-30");
        assertEquals(List.of("NEW", "NEW", "NEW", "NEW", "NEW"), classes(first));
        implement(items.get(0));
        close(items.get(1));
        expect(200, on(SUBMITTER, items.get(2), "plan"));
        expect(
                200,
                City.verbOn(
                        PPM, items.get(2), "reassign", "{\"leadDepartment\": \"DEP-LIB\", \"reason\": \"Theirs\"}"));
        var secondCycle = frozen("2025-12-31");
        assertEquals(List.of("IMPLEMENTED", "CLOSED", "ADVANCED", "UNCHANGED", "UNCHANGED"), classes(secondCycle));
        assertEquals(
                List.of("ADVANCED", "REASSIGNED"),
                get(auditor, hrefOf(secondCycle) + "/deltas").jsonPath().getList("items[2].flags"));
        var ledger = get(auditor, hrefOf(secondCycle) + "/ledger").jsonPath();
        assertEquals(1, ledger.getInt("departments.find { it.department == 'DEP-LIB' }.terms.transferredIn"));
        assertEquals(1, ledger.getInt("departments.find { it.department == 'DEP-PW' }.terms.transferredOut"));
        assertEquals(2, ledger.getInt("departments.find { it.department == 'DEP-PW' }.terms.closing"));

        reopen(items.get(0));
        reopen(items.get(1));
        var third = frozen("2026-06-30");
        assertEquals(List.of("REGRESSED", "REOPENED", "UNCHANGED", "UNCHANGED", "UNCHANGED"), classes(third));
        var terms = get(auditor, hrefOf(third) + "/ledger").jsonPath();
        assertEquals(
                List.of(3, 2, 5),
                List.of(terms.getInt("city.opening"), terms.getInt("city.reopened"), terms.getInt("city.closing")));
        assertEquals(0, third.jsonPath().getFloat("measures.implementedOf10Years.value"));
        assertEquals(5, third.jsonPath().getInt("measures.openByAge.overFiveYears"));
    }

    @Test
    void nothing_freezes_while_somebody_verifies() {
        var one = issue(1).getFirst();
        var started = expect(201, post(second, hrefOf(one) + "/verifications", "{}"));
        var cycle = verifying("2026-06-30");
        var refusal = verb(auditor, cycle, "freeze");
        assertEquals("nothing-under-way", refused(409, refusal));
        assertEquals(
                List.of(one.jsonPath().getString("number")), refusal.jsonPath().getList("subjects"));
        expect(200, verb(second, started, "withdraw"));
        expect(200, verb(auditor, cycle, "freeze"));
    }

    @Test
    void a_ledger_that_does_not_balance_is_refused_with_its_subjects_and_leaves_nothing() throws SQLException {
        var items = issue(2);
        var number = items.getLast().jsonPath().getString("number");
        try (var connection = Database.current().asApp();
                var statement = connection.createStatement()) {
            // somebody's repair by hand: a verdict that the record itself does not know of
            statement.execute("insert into recommendation_move (recommendation, body, kind, at) values ('"
                    + items.getLast().jsonPath().getString("id") + "', '" + body + "', 'IMPLEMENTED', now())");
        }
        var cycle = verifying("2026-06-30");
        var refusal = verb(auditor, cycle, "freeze");
        assertEquals("ledger-balances", refused(409, refusal));
        assertEquals(List.of(number), refusal.jsonPath().getList("subjects"));
        assertEquals("VERIFYING", get(auditor, hrefOf(cycle)).jsonPath().getString("state"));
        assertEquals(
                0,
                City.count("select count(*) from follow_up_item where cycle = '"
                        + cycle.jsonPath().getString("id") + "'"));
        expect(404, get(auditor, hrefOf(cycle) + "/ledger"));
    }

    @Test
    void a_body_has_one_cycle_at_a_time_and_keeps_its_own() {
        assertEquals(
                "body-follows-up",
                refused(
                        403,
                        post(auditor, "/v1/follow-up-cycles", "{\"body\": \"others\", \"asOf\": \"2026-06-30\"}")));
        var cycle = verifying("2026-06-30");
        assertEquals("one-cycle-at-a-time", refused(409, opened("2026-12-31")));
        assertEquals("illegal-move", refused(409, verb(auditor, cycle, "publish")));
        assertEquals("role-missing", refused(403, verb(PPM, cycle, "freeze")));
        assertEquals("body-freezes", refused(403, verb(PPM.roles("portfolio-manager", "auditor"), cycle, "freeze")));
        expect(200, verb(auditor, cycle, "freeze"));
        assertEquals("after-the-last", refused(422, opened("2026-06-30")));
        var next = expect(201, post(auditor, "/v1/follow-up-cycles", "{\"body\": \"%s\"}".formatted(body)));
        assertEquals("2026-12-31", next.jsonPath().getString("asOf"), "the half-year after the last");
    }

    @Test
    void confidential_ones_count_and_show_to_few() {
        var audit = audit();
        var finding = expect(
                201, post(auditor, hrefOf(audit) + "/findings", "{\"title\": \"Secret\", \"confidential\": true}"));
        issueOne(finding);
        issue(1);
        var cycle = frozen("2026-06-30");
        expect(200, verb(auditor, cycle, "publish"));
        var shown = get(BOARD, hrefOf(cycle) + "/deltas");
        assertEquals(1, shown.jsonPath().getList("items").size());
        assertFalse(shown.asString().contains("Secret"));
        assertEquals(2, get(BOARD, hrefOf(cycle) + "/ledger").jsonPath().getInt("city.closing"));
        assertEquals(
                2,
                get(auditor, hrefOf(cycle) + "/deltas")
                        .jsonPath()
                        .getList("items")
                        .size());
    }

    private Response audit() {
        return expect(
                201,
                post(
                        auditor,
                        "/v1/audits",
                        "{\"title\": \"Generated\", \"issuerKind\": \"CITY_AUDITOR\", \"body\": \"%s\", \"issued\": \"2019-11-01\", \"sampleData\": true}"
                                .formatted(body)));
    }

    private List<Response> issue(int count) {
        var finding = expect(201, post(auditor, hrefOf(audit()) + "/findings", "{\"title\": \"Generated\"}"));
        var issued = new ArrayList<Response>();
        for (int i = 0; i < count; i++) {
            issued.add(issueOne(finding));
        }
        return issued;
    }

    /** So many at once as a sheet; only those that something happens to are read. */
    private List<Response> brought(int count) {
        var sheet = new StringBuilder("name,ref_id,department\n");
        for (int i = 0; i < count; i++) {
            sheet.append("Generated,G-").append(i).append(",DEP-PW\n");
        }
        List<String> paths = expect(
                        200,
                        Requests.as(auditor)
                                .contentType("text/csv")
                                .body(sheet.toString().getBytes(StandardCharsets.UTF_8))
                                .post(hrefOf(audit()) + "/import"))
                .jsonPath()
                .getList("rows.recommendation.href");
        return paths.stream()
                .limit(HAPPENED)
                .map(path -> expect(200, get(auditor, path)))
                .toList();
    }

    private Response issueOne(Response finding) {
        return expect(
                201,
                post(
                        auditor,
                        "/v1/recommendations",
                        "{\"finding\": \"%s\", \"title\": \"Generated\", \"leadDepartment\": \"DEP-PW\", \"sampleData\": true}"
                                .formatted(finding.jsonPath().getString("id"))));
    }

    private Response evidence(Response one) {
        return City.evidence(one, "E1");
    }

    private void implement(Response one) {
        var proof = evidence(one);
        var started = expect(201, post(second, hrefOf(one) + "/verifications", "{}"));
        expect(
                200,
                verb(
                        second,
                        started,
                        "accept",
                        "{\"elements\": [\"E1\"], \"evidence\": [{\"evidence\": \"%s\", \"revision\": 1}]}"
                                .formatted(proof.jsonPath().getString("id"))));
    }

    private void close(Response one) {
        expect(
                200,
                on(auditor, one, "close", "{\"reason\": \"NO_LONGER_APPLICABLE\", \"text\": \"The office closed\"}"));
    }

    private void reopen(Response one) {
        var proof = evidence(one).jsonPath().getString("id");
        expect(200, on(auditor, one, "reopen", "{\"evidence\": [\"%s\"], \"reason\": \"Gone\"}".formatted(proof)));
    }

    private Response on(Tokens by, Response one, String verb) {
        return verb(by, expect(200, get(auditor, hrefOf(one))), verb);
    }

    private Response on(Tokens by, Response one, String verb, String said) {
        return verb(by, expect(200, get(auditor, hrefOf(one))), verb, said);
    }

    private Response opened(String asOf) {
        return post(
                auditor,
                "/v1/follow-up-cycles",
                "{\"body\": \"%s\", \"asOf\": \"%s\", \"sampleData\": true}".formatted(body, asOf));
    }

    private Response verifying(String asOf) {
        var collecting = expect(200, verb(auditor, expect(201, opened(asOf)), "start-collecting"));
        return expect(200, verb(auditor, collecting, "start-verifying"));
    }

    private Response frozen(String asOf) {
        return expect(200, verb(auditor, verifying(asOf), "freeze"));
    }

    private List<String> classes(Response cycle) {
        return get(auditor, hrefOf(cycle) + "/deltas").jsonPath().getList("items.deltaClass");
    }
}
