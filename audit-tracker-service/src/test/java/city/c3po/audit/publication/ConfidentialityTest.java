package city.c3po.audit.publication;

import static city.c3po.audit.Http.AUDITOR;
import static city.c3po.audit.Http.AUDITOR_2;
import static city.c3po.audit.Http.BOARD;
import static city.c3po.audit.Http.PPM;
import static city.c3po.audit.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.as;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.verb;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.audit.City;
import city.c3po.audit.TheServers;
import city.c3po.audit.Workbooks;
import city.c3po.platform.web.MediaTypes;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One word stands in every text of a confidential recommendation; nobody who may not read it finds the word anywhere. */
@QuarkusTest
@WithTestResource(TheServers.class)
class ConfidentialityTest {
    private static final String WORD = "Zanzibar";

    @Test
    void no_route_leads_to_confidential_text() {
        var audit = City.audit();
        var finding = expect(201, post(AUDITOR, hrefOf(audit) + "/findings", """
                        {"title": "Zanzibar", "condition": "Zanzibar", "cause": "Zanzibar", "effect": "Zanzibar", "confidential": true}"""));
        var open = City.recommendation(City.finding(audit, false), "");
        var before = summary();
        expect(200, verb(AUDITOR, finding, "addenda", "{\"text\": \"Zanzibar\"}"));
        var secret = secret(finding);
        everythingSaid(secret);

        for (var path : List.of(
                hrefOf(secret),
                hrefOf(secret) + "?asOf=" + Instant.now(),
                hrefOf(secret) + "/history",
                hrefOf(secret) + "/history/verify",
                hrefOf(secret) + "/evidence",
                hrefOf(secret) + "/verifications",
                hrefOf(finding),
                hrefOf(finding) + "?asOf=" + Instant.now(),
                hrefOf(finding) + "/history")) {
            expect(404, get(BOARD, path));
        }
        for (var path : List.of(
                "/v1/recommendations?limit=500",
                "/v1/recommendations?q=" + WORD,
                "/v1/recommendations?confidential=true",
                "/v1/recommendations?number=" + number(secret),
                hrefOf(audit) + "/findings",
                hrefOf(audit),
                hrefOf(audit) + "/history")) {
            assertSilent(get(BOARD, path));
        }
        for (var path : List.of("/v1/recommendations", hrefOf(audit) + "/findings")) {
            assertSilent(accepting(MediaTypes.CSV, path));
            assertSilent(accepting(MediaTypes.NDJSON, path));
            assertSilentWorkbook(accepting(MediaTypes.XLSX, path));
        }
        for (var path : List.of(
                hrefOf(audit) + "/sheet.csv", "/v1/roadmap", "/v1/roadmap.csv", "/v1/roadmap.ics", "/v1/roadmap.svg")) {
            assertSilent(get(BOARD, path));
        }
        assertSilentWorkbook(get(BOARD, hrefOf(audit) + "/sheet.xlsx"));
        assertSilentWorkbook(get(BOARD, "/v1/roadmap.xlsx"));
        assertSilent(given().get("/public/v1/recommendations?limit=500"));
        expect(404, given().get("/public/v1/recommendations/" + number(secret)));
        assertEquals(
                "Give everybody a password",
                expect(200, given().get("/public/v1/recommendations/" + number(open)))
                        .jsonPath()
                        .getString("recommendation"));
        assertSilent(given().get("/public/v1/recommendations/summary"));
        assertEquals(
                0,
                City.count(
                        "select count(*) from journal where (fact::text || state::text || coalesce(tasks::text, '')) like '%"
                                + WORD + "%'"),
                "no event says it, whoever may read it");

        assertTrue(get(PPM, hrefOf(secret)).asString().contains(WORD), "who may read it reads it");
        assertTrue(Workbooks.text(as(PPM).header("Accept", MediaTypes.XLSX)
                        .get("/v1/recommendations?audit=" + audit.jsonPath().getString("id"))
                        .asByteArray())
                .contains(WORD));
        assertEquals(
                before.jsonPath().getInt("recommendations") + 1,
                summary().jsonPath().getInt("recommendations"));
        assertEquals(
                before.jsonPath().getInt("confidential") + 1,
                summary().jsonPath().getInt("confidential"));
        assertEquals(
                City.count("select count(*) from recommendation"),
                summary().jsonPath().getInt("recommendations"),
                "counts are the same in both editions");
    }

    private static Response secret(Response finding) {
        return expect(201, post(AUDITOR, "/v1/recommendations", """
                        {"finding": "%s", "title": "Zanzibar", "recommendation": "Zanzibar", "area": "Zanzibar",
                         "elements": ["Zanzibar"], "leadDepartment": "DEP-PW", "targetDate": "2027-06-30"}""".formatted(
                        finding.jsonPath().getString("id"))));
    }

    private static void everythingSaid(Response secret) {
        expect(200, City.putOn(SUBMITTER, secret, "response", "{\"agreement\": \"AGREES\", \"text\": \"Zanzibar\"}"));
        expect(200, City.putOn(SUBMITTER, secret, "actions/A1", """
                {"title": "Zanzibar", "milestones": [{"key": "M1", "title": "Zanzibar", "due": "2027-03-01"}]}"""));
        expect(200, City.verbOn(SUBMITTER, secret, "extensions", "{\"to\": \"2027-08-01\", \"reason\": \"Zanzibar\"}"));
        expect(200, City.verbOn(SUBMITTER, secret, "decline", "{\"reason\": \"Zanzibar\"}"));
        expect(200, City.verbOn(PPM, secret, "report-status", """
                {"status": "PLANNED", "asOf": "2021-02-04", "document": "Zanzibar"}"""));
        expect(200, City.verbOn(AUDITOR, secret, "addenda", "{\"text\": \"Zanzibar\"}"));
        var proof = expect(201, post(SUBMITTER, hrefOf(secret) + "/evidence", """
                {"title": "Zanzibar", "kind": "LINK", "elements": ["E1"], "link": "https://Zanzibar.example", "sha256": "%s"}""".formatted("a".repeat(64))));
        var started = expect(201, post(AUDITOR_2, hrefOf(secret) + "/verifications", "{}"));
        expect(200, verb(AUDITOR_2, started, "accept", """
                {"elements": ["E1"], "evidence": [{"evidence": "%s", "revision": 1}], "comment": "Zanzibar",
                 "override": {"status": "IMPLEMENTED", "reason": "Zanzibar"}}""".formatted(
                        proof.jsonPath().getString("id"))));
        expect(200, City.verbOn(SUBMITTER, secret, "lessons", "{\"text\": \"Zanzibar\"}"));
        expect(
                200,
                City.verbOn(
                        AUDITOR,
                        secret,
                        "reopen",
                        "{\"evidence\": [\"%s\"], \"reason\": \"Zanzibar\"}"
                                .formatted(proof.jsonPath().getString("id"))));
        expect(200, City.verbOn(AUDITOR, secret, "close", """
                {"reason": "NO_FURTHER_ACTION", "text": "Zanzibar", "riskAcceptance": {"official": "City Manager",
                 "statement": "Zanzibar", "reviewOn": "2029-01-01"}}"""));
        expect(404, get(BOARD, hrefOf(proof)));
        expect(404, get(BOARD, hrefOf(started)));
    }

    private static Response summary() {
        return expect(200, given().get("/public/v1/recommendations/summary"));
    }

    private static String number(Response recommendation) {
        return recommendation.jsonPath().getString("number");
    }

    private static Response accepting(String type, String path) {
        return as(BOARD).header("Accept", type).get(path);
    }

    private static void assertSilentWorkbook(Response answer) {
        var text = Workbooks.text(expect(200, answer).asByteArray());
        assertFalse(text.contains(WORD), text);
    }

    private static void assertSilent(Response answer) {
        expect(200, answer);
        assertFalse(answer.asString().contains(WORD), answer.asString());
    }
}
