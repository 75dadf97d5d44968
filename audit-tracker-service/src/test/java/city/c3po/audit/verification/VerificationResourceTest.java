package city.c3po.audit.verification;

import static city.c3po.audit.City.evidence;
import static city.c3po.audit.City.finding;
import static city.c3po.audit.City.fresh;
import static city.c3po.audit.City.recommendation;
import static city.c3po.audit.Http.AUDITOR;
import static city.c3po.audit.Http.AUDITOR_2;
import static city.c3po.audit.Http.PPM;
import static city.c3po.audit.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.audit.City;
import city.c3po.audit.TheServers;
import city.c3po.testing.Database;
import city.c3po.testing.Tokens;
import city.c3po.testing.http.Requests;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TheServers.class)
class VerificationResourceTest {
    private static final String PDF = "%PDF-1.7 the policy";

    @Test
    void elements_make_it_partly_and_then_wholly_implemented() {
        var one = recommendation(finding(City.audit(), false), ", \"elements\": [\"A policy\", \"A training\"]");
        var proof = evidence(one, "E1");
        assertEquals(
                "evidence-for-each-element",
                refused(422, verb(AUDITOR_2, started(one), "accept", judgement(proof, "E1\", \"E2"))));
        var open = verification(one);
        var accepted = expect(200, verb(AUDITOR_2, open, "accept", judgement(proof, "E1")));
        assertEquals("ACCEPTED", accepted.jsonPath().getString("state"));
        assertEquals("PARTLY_IMPLEMENTED", fresh(one).jsonPath().getString("verifiedStatus"));
        assertEquals(
                accepted.jsonPath().getString("id"),
                get(SUBMITTER, hrefOf(proof)).jsonPath().getString("revisions[0].frozenBy"));
        assertEquals(
                "frozen",
                refused(
                        409,
                        verb(
                                SUBMITTER,
                                expect(200, get(SUBMITTER, hrefOf(proof))),
                                "withdraw",
                                "{\"reason\": \"Changed my mind\"}")));
        var second = evidence(one, "E2");
        var all = expect(200, verb(AUDITOR_2, started(one), "accept", judgement(second, "E2")));
        assertEquals("illegal-move", refused(409, verb(AUDITOR_2, all, "reject", "{}")));
        assertEquals("IMPLEMENTED", fresh(one).jsonPath().getString("verifiedStatus"));
        assertNotNull(fresh(one).jsonPath().get("implementedOn"));
    }

    @Test
    void the_auditor_overrides_in_writing_only() {
        var one = recommendation();
        var proof = evidence(one, "E1");
        var body = judgement(proof, "E1").replace("}]", "}], \"override\": {\"status\": \"PARTLY_IMPLEMENTED\"%s}");
        var open = started(one);
        assertEquals("invalid-values", refused(422, verb(AUDITOR_2, open, "accept", body.formatted(""))));
        expect(200, verb(AUDITOR_2, open, "accept", body.formatted(", \"reason\": \"Only on paper\"")));
        assertEquals("PARTLY_IMPLEMENTED", fresh(one).jsonPath().getString("verifiedStatus"));
    }

    @Test
    void nobody_verifies_what_they_had_a_hand_in() {
        var one = recommendation();
        // the department has an auditor's role too, of another body
        assertEquals(
                "issuer-only",
                refused(
                        403,
                        post(
                                SUBMITTER.roles("submitter", "auditor").bodies("public-works"),
                                hrefOf(one) + "/verifications",
                                "{}")));
        assertEquals("role-missing", refused(403, post(SUBMITTER, hrefOf(one) + "/verifications", "{}")));
        // an auditor who submitted evidence
        expect(
                201,
                post(
                        AUDITOR,
                        hrefOf(one) + "/evidence",
                        "{\"title\": \"Mine\", \"kind\": \"LINK\", \"elements\": [\"E1\"], \"link\": \"https://a.example\", \"sha256\": \"%s\"}"
                                .formatted("b".repeat(64))));
        assertEquals("no-hand-in-it", refused(403, post(AUDITOR, hrefOf(one) + "/verifications", "{}")));
        // and the other way round
        var open = started(one);
        assertEquals(
                "verifier-stays-out",
                refused(
                        403,
                        post(
                                AUDITOR_2,
                                hrefOf(one) + "/evidence",
                                "{\"title\": \"Mine\", \"kind\": \"FILE\", \"elements\": [\"E1\"]}")));
        assertEquals("verifier-only", refused(403, verb(AUDITOR, open, "reject", "{}")));
        assertEquals("one-at-a-time", refused(409, post(Tokens.as("auditor-2"), hrefOf(one) + "/verifications", "{}")));
        expect(200, verb(AUDITOR_2, open, "reject", "{\"comment\": \"Nothing there\"}"));
        assertEquals("NOT_IMPLEMENTED", fresh(one).jsonPath().getString("verifiedStatus"));
    }

    @Test
    void the_database_asks_the_same_once_more() {
        var one = recommendation();
        var id = one.jsonPath().getString("id");
        evidence(one, "E1");
        var forged = assertThrows(
                SQLException.class, () -> execute("""
                        insert into verification (id, version, access, recommendation, number, body, verifier, state, method,
                                                  opening, started_at)
                        values ('%s', 1, '{}', '%s', 'x', 'city-auditor', '%s', 'STARTED', 'EXAMINE', '{}', now())""".formatted(UUID.randomUUID(), id, SUBMITTER.subject())));
        assertTrue(forged.getMessage().contains("had a hand"), forged.getMessage());
        started(one);
        var late = assertThrows(
                SQLException.class,
                () -> execute("insert into recommendation_hand values ('%s', '%s', 'SUBMITTER')"
                        .formatted(id, AUDITOR_2.subject())));
        assertTrue(late.getMessage().contains("whoever verifies"), late.getMessage());
    }

    @Test
    void bytes_that_changed_raise_an_alarm_and_are_never_handed_out() throws SQLException {
        var one = recommendation();
        var file = expect(
                201,
                post(
                        SUBMITTER,
                        hrefOf(one) + "/evidence",
                        "{\"title\": \"Policy\", \"kind\": \"FILE\", \"elements\": [\"E1\"], \"method\": \"TEST\"}"));
        expect(404, get(SUBMITTER, hrefOf(file) + "/content"));
        assertEquals("not-empty", refused(422, upload(SUBMITTER, file, new byte[0])));
        assertEquals("submitter-only", refused(403, upload(SUBMITTER.sub("somebody"), file, pdf())));
        var kept = expect(200, upload(SUBMITTER, file, pdf()));
        assertEquals(PDF, get(AUDITOR, hrefOf(file) + "/content").asString());
        var again = expect(200, upload(SUBMITTER, kept, "%PDF-1.7 better".getBytes(StandardCharsets.UTF_8)));
        assertEquals(2, again.jsonPath().getList("revisions").size());
        assertEquals(PDF, get(AUDITOR, hrefOf(file) + "/content?revision=1").asString());
        assertEquals("known-revision", refused(404, get(AUDITOR, hrefOf(file) + "/content?revision=3")));

        assertThrows(SQLException.class, () -> execute("update evidence_piece set bytes = 'x'"));
        try (var connection = Database.current().asOwner();
                var statement = connection.createStatement()) {
            statement.execute("alter table evidence_piece disable trigger evidence_piece_fixed");
            statement.execute("update evidence_piece set bytes = 'altered' where evidence = '"
                    + file.jsonPath().getString("id") + "' and revision = 2");
            statement.execute("alter table evidence_piece enable trigger evidence_piece_fixed");
        }
        assertEquals("evidence-altered", refused(409, get(AUDITOR, hrefOf(file) + "/content")));
        assertEquals(
                "evidence-altered",
                refused(
                        409,
                        verb(
                                AUDITOR_2,
                                started(one),
                                "accept",
                                judgement(file, "E1").replace("\"revision\": 1", "\"revision\": 2"))));
        assertEquals(PDF, get(AUDITOR, hrefOf(file) + "/content?revision=1").asString());
    }

    @Test
    void evidence_says_what_it_is() {
        var one = recommendation();
        var path = hrefOf(one) + "/evidence";
        var link = "{\"title\": \"x\", \"kind\": \"%s\", \"elements\": [\"%s\"]%s}";
        assertEquals("link-and-hash", refused(422, post(SUBMITTER, path, link.formatted("LINK", "E1", ""))));
        assertEquals("elements-known", refused(422, post(SUBMITTER, path, link.formatted("FILE", "E9", ""))));
        assertEquals(
                "collected-before-it-ends",
                refused(422, post(SUBMITTER, path, link.formatted("FILE", "E1", ", \"collected\": \"2999-01-01\""))));
        var linked = evidence(one, "E1");
        var revised = expect(
                200,
                verb(
                        SUBMITTER,
                        linked,
                        "revise",
                        "{\"link\": \"https://city.example/new\", \"sha256\": \"%s\"}".formatted("c".repeat(64))));
        assertEquals(List.of(1, 2), revised.jsonPath().getList("revisions.revision"));
        assertEquals("illegal-move", refused(409, upload(SUBMITTER, revised, pdf())));
        var other = recommendation();
        assertEquals(
                "evidence-of-it", refused(422, verb(AUDITOR_2, started(other), "accept", judgement(linked, "E1"))));
        expect(200, verb(PPM, revised, "withdraw", "{\"reason\": \"Wrong link\"}"));
    }

    private static byte[] pdf() {
        return PDF.getBytes(StandardCharsets.UTF_8);
    }

    private static Response upload(Tokens by, Response evidence, byte[] bytes) {
        return Requests.as(by)
                .header("If-Match", evidence.header("ETag"))
                .contentType("application/octet-stream")
                .body(bytes)
                .put(hrefOf(evidence) + "/content");
    }

    private static Response started(Response recommendation) {
        return expect(201, post(AUDITOR_2, hrefOf(recommendation) + "/verifications", "{}"));
    }

    private static Response verification(Response recommendation) {
        var href = get(AUDITOR_2, hrefOf(recommendation) + "/verifications")
                .jsonPath()
                .getString("items[0].href");
        return expect(200, get(AUDITOR_2, href));
    }

    private static String judgement(Response evidence, String elements) {
        return "{\"elements\": [\"%s\"], \"evidence\": [{\"evidence\": \"%s\", \"revision\": 1}]}"
                .formatted(elements, evidence.jsonPath().getString("id"));
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = Database.current().asApp();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
