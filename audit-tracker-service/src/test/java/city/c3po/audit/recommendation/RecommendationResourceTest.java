package city.c3po.audit.recommendation;

import static city.c3po.audit.City.claimed;
import static city.c3po.audit.City.evidence;
import static city.c3po.audit.City.finding;
import static city.c3po.audit.City.fresh;
import static city.c3po.audit.City.implemented;
import static city.c3po.audit.City.nearlyImplemented;
import static city.c3po.audit.City.putOn;
import static city.c3po.audit.City.recommendation;
import static city.c3po.audit.City.verbOn;
import static city.c3po.audit.Http.AUDITOR;
import static city.c3po.audit.Http.AUDITOR_2;
import static city.c3po.audit.Http.BOARD;
import static city.c3po.audit.Http.CLERK;
import static city.c3po.audit.Http.HEAD;
import static city.c3po.audit.Http.LIBRARIAN;
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
import static org.junit.jupiter.api.Assertions.assertNull;

import city.c3po.audit.City;
import city.c3po.audit.TheServers;
import city.c3po.testing.Database;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TheServers.class)
class RecommendationResourceTest {
    @Inject
    TimeWatch slips;

    @Test
    void a_claim_needs_evidence_on_every_element_milestones_and_the_heads_sign_off() {
        City.departments();
        var one = recommendation(finding(City.audit(), false), ", \"elements\": [\"A policy\", \"A training\"]");
        expect(200, putOn(SUBMITTER, one, "actions/A1", """
                {"title": "Write it", "owner": "%s", "milestones": [{"key": "M1", "title": "Draft", "due": "2027-03-01"}]}""".formatted(SUBMITTER.subject())));
        evidence(one, "E1");
        var near = nearlyImplemented(one);
        assertEquals("evidence-on-every-element", refused(409, verb(SUBMITTER, near, "claim")));
        evidence(one, "E2");
        assertEquals("mandatory-milestones-done", refused(409, verb(SUBMITTER, near, "claim")));
        var done = expect(200, verb(SUBMITTER, near, "milestones/M1/complete", "{}"));
        assertEquals(99, done.jsonPath().getInt("progress"));
        assertEquals("signed-off", refused(409, verb(SUBMITTER, done, "claim")));
        assertEquals("head-only", refused(403, verb(LIBRARIAN.roles("signatory"), done, "sign-off")));
        assertEquals("head-only", refused(403, verb(PPM.departments("DEP-PW"), done, "sign-off")));
        var signed = expect(200, verb(HEAD, done, "sign-off"));
        var claimed = expect(200, verb(SUBMITTER, signed, "claim"));
        assertEquals("CLAIMED_IMPLEMENTED", claimed.jsonPath().getString("managementStatus"));
        assertEquals("Implemented", claimed.jsonPath().getString("managementStatusLabel"));
        assertEquals("NOT_IMPLEMENTED", claimed.jsonPath().getString("verifiedStatus"));
        assertEquals(
                List.of(one.jsonPath().getString("number")),
                get(
                                AUDITOR,
                                "/v1/recommendations?disagreeing=true&audit="
                                        + one.jsonPath().getString("audit.id"))
                        .jsonPath()
                        .getList("items.number"));
        var back = expect(
                200,
                verb(SUBMITTER, claimed, "step-back", "{\"to\": \"ACTIVE_INITIATIVE\", \"reason\": \"Too early\"}"));
        assertNull(back.jsonPath().get("signOff"));
        assertEquals(
                "back-is-back",
                refused(
                        422,
                        verb(SUBMITTER, back, "step-back", "{\"to\": \"NEARLY_IMPLEMENTED\", \"reason\": \"x\"}")));
    }

    @Test
    void only_the_departments_claim_and_only_in_order() {
        var one = recommendation();
        assertEquals("role-missing", refused(403, verb(BOARD, one, "plan")));
        assertEquals("department-only", refused(403, verb(SUBMITTER.departments("DEP-FIN"), one, "plan")));
        assertEquals("illegal-move", refused(409, verb(LIBRARIAN, one, "near-completion")));
        assertEquals("illegal-move", refused(409, verb(SUBMITTER, one, "claim")));
        var planned = expect(200, verb(LIBRARIAN, one, "plan"));
        assertEquals("precondition-required", refused(428, post(SUBMITTER, hrefOf(one) + "/start", "")));
        assertEquals("stale-version", refused(412, verb(SUBMITTER, one, "start")));
        var out = expect(200, verb(SUBMITTER, planned, "propose-alternative", "{\"reason\": \"Cheaper\"}"));
        assertEquals("ALTERNATIVE_PROPOSED", out.jsonPath().getString("managementStatus"));
        var again = expect(200, verb(SUBMITTER, out, "step-back", "{\"to\": \"NOT_STARTED\", \"reason\": \"No\"}"));
        var declined = expect(200, verb(SUBMITTER, again, "decline", "{\"reason\": \"Too dear\"}"));
        assertEquals("WILL_NOT_IMPLEMENT", declined.jsonPath().getString("managementStatus"));
        assertEquals("NOT_IMPLEMENTED", declined.jsonPath().getString("verifiedStatus"));
    }

    @Test
    void a_status_from_before_bypasses_the_claims_gate_and_nothing_else() {
        var one = recommendation();
        var reported = expect(
                200,
                verb(
                        AUDITOR,
                        one,
                        "report-status",
                        "{\"status\": \"CLAIMED_IMPLEMENTED\", \"asOf\": \"2021-02-04\", \"document\": \"Report of 4 February 2021\"}"));
        assertEquals("Implemented", reported.jsonPath().getString("managementStatusLabel"));
        assertEquals("2021-02-04", reported.jsonPath().getString("asReported.asOf"));
        assertEquals("NOT_IMPLEMENTED", reported.jsonPath().getString("verifiedStatus"));
        assertEquals(
                "reported-in-the-past",
                refused(
                        422,
                        verb(
                                AUDITOR,
                                reported,
                                "report-status",
                                "{\"status\": \"PLANNED\", \"asOf\": \"2018-02-04\", \"document\": \"Older than the audit\"}")));
    }

    @Test
    void the_original_target_is_immutable_and_extensions_are_decided_by_band() {
        var one = expect(200, putOn(PPM, recommendation(), "target", "{\"target\": \"2027-06-30\"}"));
        assertEquals("target-said-once", refused(409, putOn(PPM, one, "target", "{\"target\": \"2028-06-30\"}")));
        assertEquals(
                "extension-is-later",
                refused(422, verb(SUBMITTER, one, "extensions", "{\"to\": \"2027-06-30\", \"reason\": \"Same\"}")));
        var asked = expect(
                200, verb(SUBMITTER, one, "extensions", "{\"to\": \"2027-08-31\", \"reason\": \"Vendor late\"}"));
        assertEquals("AUDITOR", asked.jsonPath().getString("extensions[0].band"));
        assertEquals(
                "one-extension-at-a-time",
                refused(409, verb(SUBMITTER, asked, "extensions", "{\"to\": \"2027-09-30\", \"reason\": \"More\"}")));
        assertEquals("decider-of-band", refused(403, verb(CLERK, asked, "extensions/1/grant")));
        assertEquals("known-extension", refused(404, verb(AUDITOR, asked, "extensions/7/grant")));
        var granted = expect(200, verb(AUDITOR, asked, "extensions/1/grant"));
        assertEquals("2027-08-31", granted.jsonPath().getString("targetDate.current"));
        assertEquals("2027-06-30", granted.jsonPath().getString("targetDate.original"));
        assertEquals(62, granted.jsonPath().getInt("targetDate.slipDays"));
        assertEquals("extension-undecided", refused(409, verb(AUDITOR_2, granted, "extensions/1/grant")));

        var more =
                expect(200, verb(SUBMITTER, granted, "extensions", "{\"to\": \"2027-09-15\", \"reason\": \"Again\"}"));
        assertEquals("fresh-eyes", refused(403, verb(AUDITOR, more, "extensions/2/grant")));
        var second = expect(200, verb(AUDITOR_2, more, "extensions/2/grant"));

        var far = expect(
                200, verb(SUBMITTER, second, "extensions", "{\"to\": \"2027-10-01\", \"reason\": \"A little\"}"));
        assertEquals("COMMITTEE", far.jsonPath().getString("extensions[2].band"), "small steps add up");
        assertEquals("decider-of-band", refused(403, verb(AUDITOR, far, "extensions/3/grant")));
        var refused = expect(200, verb(CLERK, far, "extensions/3/refuse"));
        assertEquals("2027-09-15", refused.jsonPath().getString("targetDate.current"));
        assertThrowsInDatabase(
                "update recommendation set original_target = '2030-01-01' where id = '"
                        + one.jsonPath().getString("id") + "'",
                "immutable");
        assertThrowsInDatabase(
                "update recommendation set text = '{}' where id = '"
                        + one.jsonPath().getString("id") + "'",
                "frozen at issue");
    }

    @Test
    void whoever_asks_for_an_extension_does_not_decide_on_it() {
        var one = expect(200, putOn(PPM, recommendation(), "target", "{\"target\": \"2027-06-30\"}"));
        var both = AUDITOR.roles("auditor", "portfolio-manager");
        var asked = expect(200, verb(both, one, "extensions", "{\"to\": \"2027-07-31\", \"reason\": \"Mine\"}"));
        assertEquals("another-decides", refused(403, verb(both, asked, "extensions/1/grant")));
    }

    @Test
    void a_target_that_passed_is_told_once() {
        var one = expect(200, putOn(PPM, recommendation(), "target", "{\"target\": \"2027-06-30\"}"));
        slips.look(Instant.parse("2027-06-30T20:00:00Z"));
        assertEquals(0, slipped(one));
        slips.look(Instant.parse("2027-07-02T20:00:00Z"));
        slips.look(Instant.parse("2027-07-02T20:00:00Z").plus(Duration.ofDays(3)));
        assertEquals(1, slipped(one));
    }

    @Test
    void days_overdue_count_from_the_current_target_while_it_is_open() {
        assertEquals(0, recommendation().jsonPath().getInt("targetDate.overdueDays"));
        var target = LocalDate.now(ZoneId.of("America/Los_Angeles")).minusDays(10);
        var late = recommendation(finding(City.audit(), false), ", \"targetDate\": \"%s\"".formatted(target));
        assertEquals(10, late.jsonPath().getInt("targetDate.overdueDays"));
        var over = expect(200, verb(AUDITOR, late, "close", "{\"reason\": \"NO_LONGER_APPLICABLE\"}"));
        assertEquals(0, over.jsonPath().getInt("targetDate.overdueDays"));
    }

    @Test
    void closing_for_a_risk_needs_somebody_who_bears_it() {
        var one = recommendation();
        var risky = "{\"reason\": \"NO_FURTHER_ACTION\", \"text\": \"Enough\"%s}";
        assertEquals(
                "issuer-only", refused(403, verb(AUDITOR.bodies("grand-jury"), one, "close", risky.formatted(""))));
        assertEquals("risk-accepted", refused(422, verb(AUDITOR, one, "close", risky.formatted(""))));
        assertEquals(
                "superseded-by-another", refused(422, verb(AUDITOR, one, "close", "{\"reason\": \"SUPERSEDED\"}")));
        assertEquals(
                "superseded-by-another",
                refused(
                        422,
                        verb(
                                AUDITOR,
                                one,
                                "close",
                                "{\"reason\": \"SUPERSEDED\", \"supersededBy\": \"" + UUID.randomUUID() + "\"}")));
        var closed = expect(
                200,
                verb(
                        AUDITOR,
                        one,
                        "close",
                        risky.formatted(
                                ", \"riskAcceptance\": {\"official\": \"City Manager\", \"statement\": \"I bear it\", \"reviewOn\": \"2028-01-01\"}")));
        assertEquals("CLOSED_NOT_IMPLEMENTED", closed.jsonPath().getString("verifiedStatus"));
        assertEquals("illegal-move", refused(409, verb(SUBMITTER, closed, "plan")));
        var proof = evidence(closed, "E1").jsonPath().getString("id");
        assertEquals(
                "evidence-for-backwards",
                refused(422, verb(AUDITOR, closed, "reopen", "{\"evidence\": [], \"reason\": \"Changed\"}")));
        assertEquals(
                "invalid-values",
                refused(422, verb(AUDITOR, closed, "reopen", "{\"evidence\": [\"%s\"]}".formatted(proof))));
        var open = expect(
                200,
                verb(AUDITOR, closed, "reopen", "{\"evidence\": [\"%s\"], \"reason\": \"Changed\"}".formatted(proof)));
        assertEquals("NOT_IMPLEMENTED", open.jsonPath().getString("verifiedStatus"));
        assertEquals("REOPENED", open.jsonPath().getString("flag"));
    }

    @Test
    void what_was_implemented_goes_back_only_with_evidence_and_is_flagged() {
        var one = implemented();
        assertEquals("IMPLEMENTED", one.jsonPath().getString("verifiedStatus"));
        assertEquals(100, one.jsonPath().getInt("progress"));
        expect(200, verb(SUBMITTER, one, "lessons", "{\"text\": \"Write it down\"}"));
        var proof = evidence(one, "E1").jsonPath().getString("id");
        assertEquals(
                "backwards-leaves-out",
                refused(
                        422,
                        verbOn(
                                AUDITOR,
                                one,
                                "reopen",
                                "{\"evidence\": [\"%s\"], \"stillMet\": [\"E1\"], \"reason\": \"?\"}"
                                        .formatted(proof))));
        var back = expect(
                200, verbOn(AUDITOR, one, "reopen", "{\"evidence\": [\"%s\"], \"reason\": \"Gone\"}".formatted(proof)));
        assertEquals("REGRESSED", back.jsonPath().getString("flag"));
        assertEquals("NOT_IMPLEMENTED", back.jsonPath().getString("verifiedStatus"));
        assertEquals(
                "issuer-only",
                refused(403, verb(AUDITOR.bodies("nobody"), back, "close", "{\"reason\": \"NO_LONGER_APPLICABLE\"}")));
    }

    @Test
    void confidential_text_is_for_few_and_never_in_the_journal() {
        var secret = recommendation(finding(City.audit(), true), "");
        expect(200, verb(AUDITOR, secret, "addenda", "{\"text\": \"Passwords indeed\"}"));
        evidence(secret, "E1");
        expect(404, get(BOARD, hrefOf(secret)));
        expect(404, get(SUBMITTER.departments("DEP-FIN"), hrefOf(secret)));
        assertEquals(
                "Give everybody a password",
                get(LIBRARIAN, hrefOf(secret)).jsonPath().getString("title"));
        assertEquals(
                List.of(),
                get(
                                BOARD,
                                "/v1/recommendations?q=password&audit="
                                        + secret.jsonPath().getString("audit.id"))
                        .jsonPath()
                        .getList("items"));
        var past = expect(200, get(PPM, hrefOf(secret) + "?asOf=" + Instant.now()));
        assertNull(past.jsonPath().get("title"));
        assertFalse(get(PPM, hrefOf(secret) + "/history").asString().contains("assword"));
        assertEquals(
                0,
                City.count(
                        "select count(*) from journal where (fact::text || state::text) ilike '%assword%' and access ->> 'classification' = 'CONFIDENTIAL'"));
    }

    @Test
    void links_lead_to_others_once() {
        var one = recommendation();
        var other = recommendation().jsonPath().getString("id");
        var linked = expect(
                200, verb(PPM, one, "links", "{\"type\": \"REPEATS\", \"recommendation\": \"%s\"}".formatted(other)));
        assertEquals(
                "link-once",
                refused(
                        409,
                        verb(
                                PPM,
                                linked,
                                "links",
                                "{\"type\": \"REPEATS\", \"recommendation\": \"%s\"}".formatted(other))));
        assertEquals(
                "link-to-another",
                refused(
                        422,
                        verb(
                                PPM,
                                linked,
                                "links",
                                "{\"type\": \"DEPENDS_ON\", \"recommendation\": \"%s\"}"
                                        .formatted(linked.jsonPath().getString("id")))));
    }

    @Test
    void a_response_a_new_lead_and_two_with_one_ordinal() {
        var one = recommendation();
        var said = expect(
                200, putOn(SUBMITTER, one, "response", "{\"agreement\": \"PARTLY_AGREES\", \"text\": \"Yes, but\"}"));
        assertEquals("PARTLY_AGREES", said.jsonPath().getString("response.agreement"));
        assertEquals(
                "another-lead",
                refused(422, verbOn(PPM, one, "reassign", "{\"leadDepartment\": \"DEP-PW\", \"reason\": \"?\"}")));
        var moved =
                expect(200, verbOn(PPM, one, "reassign", "{\"leadDepartment\": \"DEP-LIB\", \"reason\": \"Theirs\"}"));
        assertEquals(List.of(), moved.jsonPath().getList("supportingDepartments"));
        assertEquals(
                "ordinal-taken",
                refused(
                        409,
                        post(
                                AUDITOR,
                                "/v1/recommendations",
                                "{\"finding\": \"%s\", \"title\": \"Twice\", \"ordinal\": 1, \"leadDepartment\": \"DEP-PW\"}"
                                        .formatted(one.jsonPath().getString("findingRecord.id")))));
        assertEquals(
                "unknown-finding",
                expect(
                                422,
                                post(
                                        AUDITOR,
                                        "/v1/recommendations",
                                        "{\"finding\": \"%s\", \"title\": \"Of nothing\", \"leadDepartment\": \"DEP-PW\"}"
                                                .formatted(UUID.randomUUID())))
                        .jsonPath()
                        .getString("errors[0].code"));
        assertEquals("CLAIMED_IMPLEMENTED", claimedThenFresh().jsonPath().getString("managementStatus"));
    }

    private static Response claimedThenFresh() {
        var one = recommendation();
        evidence(one, "E1");
        claimed(one);
        return fresh(one);
    }

    private static long slipped(Response one) {
        return City.count(
                "select count(*) from journal where type = 'city.c3po.recommendation.slipped.v1' and aggregate_id = '"
                        + one.jsonPath().getString("id") + "'");
    }

    private static void assertThrowsInDatabase(String sql, String message) {
        try (var connection = Database.current().asApp();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            throw new AssertionError("the database allowed: " + sql);
        } catch (SQLException refused) {
            assertEquals(true, refused.getMessage().contains(message), refused.getMessage());
        }
    }
}
