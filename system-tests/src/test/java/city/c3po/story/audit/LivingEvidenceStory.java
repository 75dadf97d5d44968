package city.c3po.story.audit;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.suite.Door;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What is measured of the audit of 2019, until a measure that stays below target asks whether a verdict still holds. */
@TheSuite
@Order(71)
class LivingEvidenceStory {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningSuite suite;
    private final Door ppm;
    private final Door auditor;

    LivingEvidenceStory(RunningSuite suite) {
        this.suite = suite;
        this.ppm = suite.door().as("ppm");
        this.auditor = suite.door().as("auditor");
    }

    @Test
    void measures_move_and_one_that_stays_below_proposes_a_regression() {
        suite.c3po("demo");
        await("each control finds the recommendation that it was built for")
                .atMost(BOUND)
                .until(() -> ppm.get("/v1/controls").expect(200).items().stream()
                        .noneMatch(control -> control.get("supports").isEmpty()));
        var controls = ppm.get("/v1/controls").expect(200).items();
        assertEquals(10, controls.size());
        for (var control : controls) {
            var supported = control.at("/supports/0/recommendation/number").asText();
            assertEquals("2019-%02d".formatted(control.get("recommendation").asInt()), supported);
        }
        var before = control("key-staff").at("/denominator").asInt();
        var engagement = ppm.post("/v1/engagements", json("""
                        {"project": "measured-by-the-audit", "vendor": "V-1001", "title": "Measured", "awardedOn": "2026-02-10"}""")).expect(201);
        ppm.ifMatch(engagement)
                .put(
                        engagement.text("/href") + "/key-positions/lead",
                        json("{\"title\": \"Lead\", \"percent\": 100, \"qualifications\": [\"Ten years of it\"]}"))
                .expect(200);
        await("the position is asked for")
                .atMost(BOUND)
                .until(() -> control("key-staff").at("/denominator").asInt() == before + 1);
        var missing = ppm.get("/v1/controls/key-staff/subjects?met=false&limit=500")
                .expect(200)
                .items();
        assertTrue(missing.stream().anyMatch(row -> row.at("/reason").asText().equals("lead: nobody active")));
        await("the number goes with the recommendation")
                .atMost(BOUND)
                .until(() -> ppm.get(recommendation("2019-08"))
                                .json()
                                .at("/evidence/measure/denominator")
                                .asInt()
                        == before + 1);
        aMeasureBelowTargetForTwoMonthsProposesARegression();
    }

    /** Nobody fills the position: two whole months after the verdict the measure asks whether it still holds. */
    private void aMeasureBelowTargetForTwoMonthsProposesARegression() {
        var eighth = recommendation("2019-08");
        var measured = ppm.post(eighth + "/evidence", json("""
                        {"title": "As measured", "kind": "MEASURE", "elements": ["E1"]}""")).expect(201);
        var verification = auditor.post(eighth + "/verifications", json("{}")).expect(201);
        auditor.ifMatch(verification)
                .post(verification.text("/href") + "/accept", json("""
                        {"elements": ["E1"], "evidence": [{"evidence": "%s", "revision": 1}], "comment": "Contracts name their staff"}""".formatted(measured.text("/id"))))
                .expect(200);
        for (int month = 0; month < 3; month++) {
            var now = LocalDate.ofInstant(now(), ZoneId.of("America/Los_Angeles"));
            var next = now.plusMonths(1).withDayOfMonth(1);
            suite.c3po("clock", "+P%dD".formatted(ChronoUnit.DAYS.between(now, next)));
            var closed = YearMonth.from(now).toString();
            await("the night after " + closed).atMost(BOUND).until(() -> {
                var months = control("key-staff").at("/periods");
                return months.size() > 0
                        && months.get(months.size() - 1).get("month").asText().equals(closed);
            });
        }
        var proposed = ppm.get(eighth).expect(200);
        assertEquals(2, proposed.json().at("/regression/months").size(), proposed.toString());
        assertEquals("IMPLEMENTED", proposed.text("/verifiedStatus"), "a measure proposes, and decides nothing");
        assertEquals(
                403, ppm.ifMatch(proposed).post(eighth + "/reopen", json("{}")).status());
        var back = auditor.ifMatch(auditor.get(eighth))
                .post(
                        eighth + "/reopen",
                        json("{\"evidence\": [\"%s\"], \"reason\": \"A lead is missing\"}"
                                .formatted(measured.text("/id"))))
                .expect(200);
        assertEquals("REGRESSED", back.text("/flag"));
    }

    private Instant now() {
        return Instant.parse(
                suite.c3po("clock").lines().findFirst().orElseThrow().split(" +")[1]);
    }

    private JsonNode control(String key) {
        return ppm.get("/v1/controls/" + key).expect(200).json();
    }

    private String recommendation(String number) {
        return ppm.get("/v1/recommendations?number=" + number)
                .expect(200)
                .items()
                .getFirst()
                .get("href")
                .asText();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
