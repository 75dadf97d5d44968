package city.c3po.charter.acceptance;

import static city.c3po.charter.Charters.again;
import static city.c3po.charter.Charters.committed;
import static city.c3po.charter.Charters.sign;
import static city.c3po.charter.Charters.signOff;
import static city.c3po.charter.Charters.signedByAll;
import static city.c3po.charter.Http.AUDITOR;
import static city.c3po.charter.Http.HEAD;
import static city.c3po.charter.Http.HEAD_2;
import static city.c3po.charter.Http.PPM;
import static city.c3po.charter.Http.SPONSOR;
import static city.c3po.testing.http.Requests.as;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import city.c3po.charter.Portfolio;
import city.c3po.charter.signing.CeremonyDeadlines;
import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "charter", consumes = "portfolio")
class AcceptanceTest {
    private static final String PASS = "{\"verdict\": \"PASS\", \"evidence\": [\"/test-reports/1\"]}";
    private static final String FAIL = "{\"verdict\": \"FAIL\", \"reason\": \"Three seconds\"}";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/Los_Angeles"));

    @Inject
    CeremonyDeadlines deadlines;

    @Test
    void a_successor_adopts_before_accepting_and_deferred_criteria_are_settled_later() {
        var charter = committed();
        var hash = charter.jsonPath().getString("committedHash");
        assertEquals("seat-occupied", refused(409, appoint(charter, "department-head.DEP-PW", HEAD_2.subject())));
        var vacated = expect(200, verb(PPM, charter, "seats/department-head.DEP-PW/vacate", "{\"reason\": \"LEFT\"}"));
        assertNull(vacated.jsonPath().getString("seats[1].person"));
        assertEquals(
                "seat-vacant",
                refused(409, verb(PPM, vacated, "seats/department-head.DEP-PW/vacate", "{\"reason\": \"LEFT\"}")));
        assertEquals("successor-is-another", refused(422, appoint(vacated, "department-head.DEP-PW", HEAD.subject())));
        var appointed = expect(200, appoint(vacated, "department-head.DEP-PW", HEAD_2.subject()));

        var accepting = expect(200, verb(PPM, appointed, "start-acceptance"));
        var first = expect(200, assess(PPM, accepting, "C1", PASS));
        var second = expect(200, assess(PPM, first, "C2", deferred(TODAY.plusDays(30))));
        var stated = expect(200, verb(PPM, second, "acceptance/statement", """
                {"cost": {"amount": 90000.00}, "finish": "2027-01-15", "evidence": ["/v1/documents/invoice"],
                 "objectives": [{"index": 0, "actual": "99.95 %"}]}"""));
        assertEquals("ACCEPT", stated.jsonPath().getString("round.purpose"));
        expect(200, sign(SPONSOR, stated, "executive-sponsor"));
        expect(200, sign(PPM, stated, "project-lead"));
        assertEquals("own-seat", refused(403, sign(HEAD, stated, "department-head.DEP-PW")));
        assertEquals("acceptance-needs-adoption", refused(409, sign(HEAD_2, stated, "department-head.DEP-PW")));

        var adoption = expect(200, get(HEAD_2, hrefOf(charter) + "/sign-offs/department-head.DEP-PW?purpose=ADOPT"));
        assertEquals(hash, adoption.jsonPath().getString("contentHash"));
        var adopted = expect(200, sign(HEAD_2, adoption));
        assertNotNull(adopted.jsonPath().getString("receipt"));
        expect(200, sign(HEAD_2, stated, "department-head.DEP-PW"));

        var accepted = again(charter);
        assertEquals("ACCEPTED_WITH_EXCEPTIONS", accepted.jsonPath().getString("state"));
        assertEquals("illegal-move", refused(409, verb(PPM, accepted, "close")));
        var record = get(AUDITOR, hrefOf(charter) + "/acceptance").jsonPath();
        assertEquals(HEAD.subject(), record.getString("seats[1].committedBy"));
        assertEquals(HEAD_2.subject(), record.getString("seats[1].adoptedBy"));
        assertEquals(HEAD_2.subject(), record.getString("seats[1].acceptedBy"));

        var evidence = "{\"evidence\": [\"/test-reports/2\"]}";
        assertEquals("still-deferred", refused(409, verb(PPM, accepted, "acceptance/criteria/C1/resolve", evidence)));
        var resolved = expect(200, verb(PPM, accepted, "acceptance/criteria/C2/resolve", evidence));
        assertEquals("ACCEPTED", resolved.jsonPath().getString("state"));
        assertEquals(
                "CLOSED", expect(200, verb(PPM, resolved, "close")).jsonPath().getString("state"));
    }

    @Test
    void the_statement_compares_what_was_committed_with_what_was_delivered() {
        var accepting = expect(200, verb(PPM, committed(), "start-acceptance"));
        var assessed = assessAll(accepting, PASS);
        expect(200, verb(PPM, assessed, "acceptance/statement", """
                {"finish": "2027-01-15", "evidence": ["/minutes/7"], "objectives": [{"index": 0, "actual": "99.95 %"}]}"""));
        var statement =
                get(AUDITOR, hrefOf(accepting) + "/acceptance/statement").jsonPath();
        assertEquals("99.9 %", statement.getString("objectives[0].target"));
        assertEquals("99.95 %", statement.getString("objectives[0].actual"));
        assertEquals("2026-12-31", statement.getString("finish.amended"));
        assertEquals(15, statement.getInt("finish.varianceDays"));
        assertEquals("ENTERED", statement.getString("finish.source"));
        assertNull(statement.getString("cost.actual"));
        assertEquals("missing-input", statement.getString("cost.reason"));
        assertEquals(List.of("PASS", "PASS"), statement.getList("deliverables[0].criteria.assessment.verdict"));
    }

    @Test
    void what_portfolio_tells_is_not_entered_by_hand() {
        var charter = committed();
        var project = charter.jsonPath().getString("project.id");
        Portfolio.tell(
                "project",
                "forecasted",
                project,
                2,
                Portfolio.state(
                        project,
                        "LITE",
                        "EXECUTING",
                        ",\"actual\":{\"cost\":{\"amount\":81000.00,\"currency\":\"USD\"},\"finish\":\"2026-12-20\"}",
                        "DEP-PW"));
        Portfolio.awaitProject(project, 2);
        var accepting = expect(200, verb(PPM, charter, "start-acceptance"));
        expect(
                200,
                verb(
                        PPM,
                        assessAll(accepting, PASS),
                        "acceptance/statement",
                        "{\"finish\": \"2027-01-15\", \"evidence\": [\"x\"]}"));
        var statement = get(AUDITOR, hrefOf(charter) + "/acceptance/statement").jsonPath();
        assertEquals("PORTFOLIO", statement.getString("finish.source"));
        assertEquals("2026-12-20", statement.getString("finish.actual"));
        assertEquals(-11, statement.getInt("finish.varianceDays"));
        assertEquals("PORTFOLIO", statement.getString("cost.source"));
    }

    @Test
    void what_finance_posted_is_the_cost_until_the_last_word() {
        var charter = committed();
        var project = charter.jsonPath().getString("project.id");
        Portfolio.tell(
                "project",
                "costPosted",
                project,
                2,
                Portfolio.state(
                        project,
                        "LITE",
                        "EXECUTING",
                        ",\"actual\":null,\"moneyActual\":{\"cost\":{\"amount\":79500.00,\"currency\":\"USD\"}}",
                        "DEP-PW"));
        Portfolio.awaitProject(project, 2);
        expect(200, verb(PPM, charter, "start-acceptance"));
        var statement = get(AUDITOR, hrefOf(charter) + "/acceptance/statement").jsonPath();
        assertEquals("PORTFOLIO", statement.getString("cost.source"));
        assertEquals(79500.0f, statement.getFloat("cost.actual.amount"));
        assertNull(statement.getString("finish.actual"));
    }

    @Test
    void what_failed_may_be_cured_and_tried_again() {
        var accepting = expect(200, verb(PPM, committed(), "start-acceptance"));
        var first = expect(200, assess(PPM, accepting, "C1", FAIL));
        var second = expect(200, assess(PPM, first, "C2", PASS));
        var failed = signedByAll(expect(200, verb(PPM, second, "acceptance/statement", "{}")));
        assertEquals("NOT_ACCEPTED", failed.jsonPath().getString("state"));
        assertNotNull(failed.jsonPath().getString("acceptance.cureUntil"));

        var again = expect(200, verb(PPM, failed, "start-acceptance"));
        assertEquals(2, again.jsonPath().getInt("attempt"));
        var accepted = signedByAll(expect(200, verb(PPM, assessAll(again, PASS), "acceptance/statement", "{}")));
        assertEquals("ACCEPTED", accepted.jsonPath().getString("state"));
        assertEquals(
                List.of(1, 2),
                get(AUDITOR, hrefOf(accepted) + "/acceptance").jsonPath().getList("attempts.attempt"));
    }

    @Test
    void a_declined_acceptance_is_not_accepted_and_may_be_terminated() {
        var accepting = expect(200, verb(PPM, committed(), "start-acceptance"));
        var stated = expect(200, verb(PPM, assessAll(accepting, PASS), "acceptance/statement", "{}"));
        expect(
                200,
                verb(HEAD, signOff(HEAD, stated, "department-head.DEP-PW"), "decline", "{\"reason\": \"Not ours\"}"));
        var declined = again(stated);
        assertEquals("NOT_ACCEPTED", declined.jsonPath().getString("state"));
        var closed = expect(200, verb(PPM, declined, "terminate", "{\"reason\": \"The vendor is gone\"}"));
        assertEquals("CLOSED", closed.jsonPath().getString("state"));
    }

    @Test
    void an_acceptance_that_nobody_signs_in_time_is_not_accepted() {
        var accepting = expect(200, verb(PPM, committed(), "start-acceptance"));
        var stated = expect(200, verb(PPM, assessAll(accepting, PASS), "acceptance/statement", "{}"));
        deadlines.look(Instant.parse(stated.jsonPath().getString("round.due")).plusSeconds(1));
        assertEquals("NOT_ACCEPTED", again(stated).jsonPath().getString("state"));
    }

    @Test
    void a_statement_is_taken_back_and_made_again() {
        var accepting = expect(200, verb(PPM, committed(), "start-acceptance"));
        var stated = expect(200, verb(PPM, assessAll(accepting, PASS), "acceptance/statement", "{}"));
        assertEquals("illegal-move", refused(409, assess(PPM, stated, "C1", FAIL)));
        var recalled = expect(200, verb(PPM, stated, "recall", "{\"reason\": \"One test was wrong\"}"));
        assertEquals("ACCEPTING", recalled.jsonPath().getString("state"));
        var again = expect(200, assess(PPM, recalled, "C1", FAIL));
        var failed = signedByAll(expect(200, verb(PPM, again, "acceptance/statement", "{}")));
        assertEquals("NOT_ACCEPTED", failed.jsonPath().getString("state"));
    }

    @Test
    void findings_follow_the_rules() {
        var accepting = expect(200, verb(PPM, committed(), "start-acceptance"));
        assertEquals("known-criterion", refused(404, assess(PPM, accepting, "C9", PASS)));
        assertEquals("evidence-given", refused(422, assess(PPM, accepting, "C1", "{\"verdict\": \"PASS\"}")));
        assertEquals("verdict-explained", refused(422, assess(PPM, accepting, "C1", "{\"verdict\": \"FAIL\"}")));
        var waived = "{\"verdict\": \"WAIVED\", \"reason\": \"Nobody needs it\"}";
        assertEquals("sponsor-waives", refused(403, assess(PPM, accepting, "C1", waived)));
        assertEquals("deferral-owned", refused(422, assess(PPM, accepting, "C1", "{\"verdict\": \"DEFERRED\"}")));
        assertEquals(
                "deferred-at-most-180-days", refused(422, assess(PPM, accepting, "C1", deferred(TODAY.plusDays(181)))));
        assertEquals("every-criterion-assessed", refused(409, verb(PPM, accepting, "acceptance/statement", "{}")));
        var first = expect(200, assess(SPONSOR, accepting, "C1", waived));
        var second = expect(200, assess(PPM, first, "C2", PASS));
        assertEquals(
                "actuals-with-evidence",
                refused(422, verb(PPM, second, "acceptance/statement", "{\"finish\": \"2027-01-15\"}")));
        assertEquals(
                "known-place",
                refused(
                        422,
                        verb(
                                PPM,
                                second,
                                "acceptance/statement",
                                "{\"objectives\": [{\"index\": 1, \"actual\": \"x\"}]}")));
        var accepted = signedByAll(expect(200, verb(PPM, second, "acceptance/statement", "{}")));
        assertEquals("ACCEPTED", accepted.jsonPath().getString("state"));
    }

    @Test
    void whoever_left_is_asked_no_more_and_nobody_is_after_a_cancellation() {
        var accepting = expect(200, verb(PPM, committed(), "start-acceptance"));
        var stated = expect(200, verb(PPM, assessAll(accepting, PASS), "acceptance/statement", "{}"));
        var vacated =
                expect(200, verb(PPM, stated, "seats/department-head.DEP-PW/vacate", "{\"reason\": \"REASSIGNED\"}"));
        assertNull(signOff(PPM, stated, "department-head.DEP-PW").jsonPath().getString("assignee"));
        assertEquals("own-seat", refused(403, sign(HEAD, signOff(HEAD, stated, "department-head.DEP-PW"))));
        var cancelled = expect(200, verb(PPM, vacated, "cancel", "{\"reason\": \"The law changed\"}"));
        assertEquals("CANCELLED", cancelled.jsonPath().getString("state"));
        assertEquals(
                "WITHDRAWN",
                signOff(SPONSOR, stated, "executive-sponsor").jsonPath().getString("status"));
        assertEquals(
                0,
                Portfolio.count(
                        "select count(*) from sign_off where status in ('PENDING', 'NOTIFIED', 'VIEWED') and charter = '"
                                + stated.jsonPath().getString("id") + "'"));
    }

    private static Response assessAll(Response charter, String finding) {
        return expect(200, assess(PPM, expect(200, assess(PPM, charter, "C1", finding)), "C2", finding));
    }

    private static Response assess(Tokens by, Response seen, String criterion, String finding) {
        return as(by).header("If-Match", seen.header("ETag"))
                .contentType("application/json")
                .body(finding)
                .put(hrefOf(seen) + "/acceptance/criteria/" + criterion);
    }

    private static Response appoint(Response seen, String seat, String person) {
        return verb(
                PPM,
                seen,
                "seats/" + seat + "/appoint",
                "{\"person\": \"%s\", \"authorityBasis\": \"Appointed by the city manager\"}".formatted(person));
    }

    private static String deferred(LocalDate due) {
        return "{\"verdict\": \"DEFERRED\", \"owner\": \"%s\", \"due\": \"%s\"}".formatted(PPM.subject(), due);
    }
}
