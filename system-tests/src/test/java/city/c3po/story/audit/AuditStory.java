package city.c3po.story.audit;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.suite.Answer;
import city.c3po.story.suite.Door;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The audit of 2019: its table as the report of February 2021 printed it, a claim, a verdict, and a cycle. */
@TheSuite
@Order(70)
class AuditStory {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HASH = "a3".repeat(32);

    private final RunningSuite suite;
    private final Door ppm;
    private final Door auditor;

    AuditStory(RunningSuite suite) {
        this.suite = suite;
        this.ppm = suite.door().as("ppm");
        this.auditor = suite.door().as("auditor");
    }

    @Test
    void a_claim_is_refused_then_accepted_and_the_committee_reads_the_table() throws IOException {
        suite.c3po("demo");
        var seed = JSON.readTree(Files.readString(Path.of(System.getProperty("c3po.root"))
                .resolve("local/src/main/resources/sample-city/audit-2019.json")));
        assertEquals(rowsOf(seed), table(), "number, finding, solution and status exactly as reported");

        var second = recommendation("2019-02");
        assertEquals("evidence-on-every-element", claim(second).expect(409).text("/code"));
        var proof = ppm.post(second + "/evidence", json("""
                        {"title": "Charter template with all levels", "kind": "LINK", "elements": ["E1"],
                         "link": "https://city.example/template", "sha256": "%s"}""".formatted(HASH))).expect(201);
        assertEquals("signed-off", claim(second).expect(409).text("/code"));
        var head = suite.door().as("cio");
        await("portfolio's word of who heads the department")
                .atMost(BOUND)
                .until(() ->
                        head.ifMatch(ppm.get(second)).post(second + "/sign-off").succeeded());
        claim(second).expect(200);

        assertEquals(403, ppm.post(second + "/verifications", json("{}")).status());
        var verification = auditor.post(second + "/verifications", json("{}")).expect(201);
        auditor.ifMatch(verification)
                .post(verification.text("/href") + "/accept", json("""
                        {"elements": ["E1"], "evidence": [{"evidence": "%s", "revision": 1}], "comment": "Compared with charters"}""".formatted(proof.text("/id"))))
                .expect(200);
        assertEquals("IMPLEMENTED", ppm.get(second).text("/verifiedStatus"));

        var cycle = published();
        assertEquals(
                List.of(0, 10, 1, 9),
                List.of(
                        cycle.json().at("/ledger/city/opening").asInt(),
                        cycle.json().at("/ledger/city/issued").asInt(),
                        cycle.json().at("/ledger/city/implemented").asInt(),
                        cycle.json().at("/ledger/city/closing").asInt()));
        var told = suite.door()
                .as("board-chair")
                .get(cycle.text("/href") + "/deltas")
                .expect(200)
                .items();
        assertEquals(10, told.size());
        assertEquals("Implemented", told.get(1).get("status").asText());
        assertEquals("IMPLEMENTED", told.get(1).get("verifiedStatus").asText());

        var residents =
                suite.door().get("/public/v1/recommendations").expect(200).items();
        assertEquals(10, residents.size());
        assertTrue(residents.stream().allMatch(row -> row.get("sampleData").asBoolean()));
    }

    private Answer published() {
        var today = LocalDate.now(ZoneId.of("America/Los_Angeles"));
        var seen = auditor.post(
                        "/v1/follow-up-cycles", json("{\"body\": \"city-auditor\", \"asOf\": \"%s\"}".formatted(today)))
                .expect(201);
        for (var verb : List.of("start-collecting", "start-verifying", "freeze", "publish")) {
            seen = auditor.ifMatch(seen).post(seen.text("/href") + "/" + verb).expect(200);
        }
        return seen;
    }

    private String recommendation(String number) {
        return ppm.get("/v1/recommendations?number=" + number)
                .expect(200)
                .items()
                .getFirst()
                .get("href")
                .asText();
    }

    private Answer claim(String recommendation) {
        return ppm.ifMatch(ppm.get(recommendation)).post(recommendation + "/claim");
    }

    private List<String> table() {
        return ppm.get("/v1/recommendations?sort=NUMBER&limit=500").expect(200).items().stream()
                .map(row -> row(
                        row.get("ordinal").asInt(),
                        row.get("finding").asText(),
                        row.get("solution").asText(),
                        row.get("managementStatusLabel").asText()))
                .toList();
    }

    private static List<String> rowsOf(JsonNode seed) {
        var rows = new ArrayList<String>();
        seed.get("recommendations")
                .forEach(row -> rows.add(row(
                        row.get("number").asInt(),
                        row.get("finding").asText(),
                        row.get("solution").asText(),
                        row.get("status").asText())));
        return rows;
    }

    private static String row(int number, String finding, String solution, String status) {
        return number + " | " + finding + " | " + solution + " | " + status;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
