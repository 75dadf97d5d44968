package city.c3po.audit;

import static city.c3po.audit.Http.AUDITOR;
import static city.c3po.audit.Http.AUDITOR_2;
import static city.c3po.audit.Http.HEAD;
import static city.c3po.audit.Http.PPM;
import static city.c3po.audit.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.verb;

import city.c3po.audit.recommendation.TimeWatch;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.UUID;

/** Everything that can happen in this service, once: from an audit to a published cycle, and back from a verdict. */
final class Story {
    private Story() {}

    static void tell(TimeWatch slips) {
        City.departments();
        var audit = City.audit();
        expect(200, verb(AUDITOR, audit, "addenda", "{\"text\": \"Page 12: read 10, not 11\"}"));
        var finding = City.finding(audit, false);
        expect(200, verb(AUDITOR, finding, "addenda", "{\"text\": \"Page 14: some are shared\"}"));
        var one = City.recommendation(
                finding,
                ", \"targetDate\": \"2026-12-01\", \"benefit\": {\"type\": \"COST_SAVING\", \"amount\": {\"amount\": 120000.00}}");
        plan(one);
        time(one, slips);
        work(one);
        verdicts(one);
        others(finding);
        cycle();
    }

    private static void plan(Response one) {
        expect(200, City.verbOn(AUDITOR, one, "addenda", "{\"text\": \"A clarification\"}"));
        expect(200, City.putOn(SUBMITTER, one, "response", "{\"agreement\": \"AGREES\", \"text\": \"We will\"}"));
        expect(200, City.putOn(SUBMITTER, one, "actions/A1", """
                {"title": "Write a policy", "owner": "%s",
                 "milestones": [{"key": "M1", "title": "Draft", "weight": 3, "due": "2026-12-20"},
                                {"key": "M2", "title": "Adoption", "due": "2028-03-01", "mandatory": false, "dependsOn": ["M1"]}]}""".formatted(SUBMITTER.subject())));
        expect(200, City.verbOn(SUBMITTER, one, "milestones/M1/complete", "{}"));
    }

    private static void time(Response one, TimeWatch slips) {
        expect(200, City.verbOn(SUBMITTER, one, "extensions", "{\"to\": \"2027-01-31\", \"reason\": \"The vendor\"}"));
        expect(200, verb(AUDITOR, City.fresh(one), "extensions/1/grant"));
        slips.look(Instant.parse("2027-02-03T20:00:00Z"));
    }

    private static void work(Response one) {
        var document = "{\"status\": \"PLANNED\", \"asOf\": \"2021-02-04\", \"document\": \"Report of February 2021\"}";
        expect(200, City.verbOn(PPM, one, "report-status", document));
        var started = expect(200, verb(SUBMITTER, City.fresh(one), "start"));
        var near = expect(200, verb(SUBMITTER, started, "near-completion"));
        var proof = City.evidence(one, "E1");
        var revised = expect(
                200,
                verb(
                        SUBMITTER,
                        proof,
                        "revise",
                        "{\"link\": \"https://city.example/policy-2\", \"sha256\": \"%s\"}".formatted("d".repeat(64))));
        var wrong = City.evidence(one, "E1");
        expect(200, verb(SUBMITTER, wrong, "withdraw", "{\"reason\": \"Another policy\"}"));
        var signed = expect(200, verb(HEAD, near, "sign-off"));
        expect(200, verb(SUBMITTER, signed, "claim"));
        var more = begun(one);
        expect(200, verb(AUDITOR_2, more, "ask-more-evidence", "{\"comment\": \"Where is it adopted?\"}"));
        expect(200, verb(AUDITOR_2, begun(one), "reject", "{\"comment\": \"Not adopted\"}"));
        expect(200, verb(AUDITOR_2, begun(one), "withdraw"));
        City.accept(one, revised, "E1");
    }

    private static void verdicts(Response one) {
        expect(200, City.verbOn(SUBMITTER, one, "lessons", "{\"text\": \"Adopt early\"}"));
        var gone = City.evidence(one, "E1").jsonPath().getString("id");
        var back = "{\"evidence\": [\"%s\"], \"reason\": \"Nobody follows it\"}".formatted(gone);
        expect(200, City.verbOn(AUDITOR, one, "reopen", back));
        expect(
                200,
                City.verbOn(
                        AUDITOR,
                        one,
                        "close",
                        "{\"reason\": \"NO_FURTHER_ACTION\", \"text\": \"Enough\", \"riskAcceptance\": {\"official\": \"City Manager\", \"statement\": \"I bear it\", \"reviewOn\": \"2029-01-01\"}}"));
        expect(200, City.verbOn(AUDITOR, one, "reopen", back));
    }

    private static void others(Response finding) {
        var other = City.recommendation(finding, "");
        expect(200, City.putOn(PPM, other, "target", "{\"target\": \"2028-06-30\"}"));
        expect(200, City.verbOn(PPM, other, "reassign", "{\"leadDepartment\": \"DEP-LIB\", \"reason\": \"Theirs\"}"));
        var third = City.recommendation(finding, ", \"confidential\": true");
        expect(
                200,
                City.verbOn(
                        PPM,
                        third,
                        "links",
                        "{\"type\": \"REPEATS\", \"recommendation\": \"%s\"}"
                                .formatted(other.jsonPath().getString("id"))));
    }

    private static void cycle() {
        var body = "b-" + UUID.randomUUID().toString().substring(0, 13);
        var auditor = AUDITOR.bodies(body);
        var open = expect(
                201,
                post(auditor, "/v1/follow-up-cycles", "{\"body\": \"%s\", \"asOf\": \"2026-12-30\"}".formatted(body)));
        var edited = expect(200, patch(auditor, open, "{\"asOf\": \"2026-12-31\"}"));
        var collecting = expect(200, verb(auditor, edited, "start-collecting"));
        var verifying = expect(200, verb(auditor, collecting, "start-verifying"));
        expect(200, verb(auditor, expect(200, verb(auditor, verifying, "freeze")), "publish"));
    }

    private static Response begun(Response one) {
        return expect(201, post(AUDITOR_2, hrefOf(one) + "/verifications", "{}"));
    }
}
