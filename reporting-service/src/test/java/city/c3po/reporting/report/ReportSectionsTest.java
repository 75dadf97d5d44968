package city.c3po.reporting.report;

import static city.c3po.reporting.report.Cycles.PPM;
import static city.c3po.reporting.report.Cycles.report;
import static city.c3po.reporting.report.Cycles.today;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.reporting.Api;
import city.c3po.reporting.City;
import city.c3po.testing.WithInfra;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What each section prints of what the services tell; what nobody tells is not reported; what is confidential is not named. */
@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class ReportSectionsTest {
    private static final List<String> FORMS = List.of(".html?lang=en", ".csv?lang=en", ".json", ".html?lang=es");

    private static JsonNode found(JsonNode rows, String member, String value) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.path(member).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError(value + " in " + rows));
    }

    private static void recommendation(City city, String id, String more, String classification) {
        city.tell(
                "recommendation",
                "recommendationIssued",
                city.body + id,
                Instant.now(),
                """
                "title":"Title %1$s","ordinal":%1$s,"finding":"Finding %1$s of the auditor","recommendation":"Do it",
                "solution":"Solution %1$s","managementStatus":"ACTIVE_INITIATIVE","managementStatusLabel":"Active Initiative",
                "verifiedStatus":"NOT_IMPLEMENTED","leadDepartment":"%2$s","supportingDepartments":[],
                "targetDate":{"original":"2026-06-30","current":"2026-12-31"},"elements":[]%3$s""".formatted(id, city.department, more),
                classification);
    }

    @Test
    void theAuditIsPrintedAsItsTrackerTellsIt() {
        try (var city = new City()) {
            city.mark(Instant.now());
            recommendation(city, "1", """
                    ,"confidential":false,"asReported":{"status":"ACTIVE_INITIATIVE","asOf":"2020-12-31","document":"Memorandum"},
                    "evidence":{"control":"report-cycles","measure":{"numerator":5,"denominator":6,"value":0.8333,"target":0.9},
                    "measuredAt":"2026-03-01T08:00:00Z"}""", "INTERNAL");
            recommendation(city, "2", ",\"confidential\":true", "INTERNAL");
            recommendation(city, "3", ",\"confidential\":true", "CONFIDENTIAL");

            var cycles = new Cycles(city);
            var cycle = cycles.published(today().minusDays(1));

            var model = PPM.get(report(cycle)).is(200).json();
            var one = found(model.path("recommendations"), "finding", "Finding 1 of the auditor");
            assertEquals(1, one.path("number").asInt());
            assertEquals("Memorandum", one.at("/asReported/document").asText());
            assertEquals("2026-12-31", one.path("target").asText());
            assertEquals("2026-06-30", one.path("targetOriginal").asText());
            assertEquals(5, one.at("/evidence/numerator").asInt());
            var flow = StreamSupport.stream(model.path("rollForward").spliterator(), false)
                    .filter(row -> row.path("measure").asText().equals("recommendations")
                            && row.path("department").asText().equals(city.department))
                    .findFirst()
                    .orElseThrow();
            assertEquals(3, flow.path("closing").asInt(), "the confidential ones are counted");
            assertTrue(model.path("recommendationsConfidential").asInt() >= 2);
            var html = PPM.get(report(cycle) + ".html?lang=en").is(200).text();
            assertTrue(html.contains("Active Initiative, as reported December 31, 2020"), html);
            assertTrue(html.contains("5 of 6 (target 90%)"));
            assertTrue(html.contains("confidential: counted, and not named."));
            for (var form : FORMS) {
                notNamed(city, PPM.get(report(cycle) + form).is(200).text());
            }
            notNamed(city, Api.nobody().get("/public/dashboard").is(200).text());
        }
    }

    /** Neither by its text nor by its number or address. */
    private static void notNamed(City city, String page) {
        for (var id : List.of("2", "3")) {
            assertFalse(page.contains("Finding " + id + " of the auditor"), id);
            assertFalse(page.contains("Title " + id), id);
            assertFalse(page.contains(city.body + id), id);
        }
    }

    @Test
    void aDepartmentIsNamedForPeopleAndKeepsItsCodeForPrograms() {
        try (var city = new City()) {
            city.mark(Instant.now());
            city.tell(
                    "department",
                    "recorded",
                    city.department,
                    Instant.now(),
                    "\"code\":\"%1$s\",\"name\":\"Parks of %1$s\"".formatted(city.department));
            city.tell(
                    "project",
                    "projectCreated",
                    city.body + "-p",
                    Instant.now(),
                    "\"title\":\"Playgrounds\",\"state\":\"PLANNING\",\"sponsoringDepartment\":\"%s\""
                            .formatted(city.department));

            var cycle = new Cycles(city).published(today().minusDays(1));

            var name = "Parks of " + city.department;
            assertEquals(
                    name,
                    PPM.get(report(cycle))
                            .is(200)
                            .json()
                            .at("/departments/" + city.department)
                            .asText());
            assertTrue(PPM.get(report(cycle) + ".html?lang=es").is(200).text().contains(">" + name + "<"));
            assertTrue(
                    PPM.get(report(cycle) + ".csv").is(200).text().contains(city.department), "the code for programs");
        }
    }

    @Test
    void whatBecomesConfidentialIsNamedNoMore() {
        try (var city = new City()) {
            city.mark(Instant.now());
            var cycles = new Cycles(city);
            recommendation(city, "2", "", "INTERNAL");
            cycles.published(today().minusDays(60));
            recommendation(city, "2", ",\"confidential\":true", "CONFIDENTIAL");

            var cycle = cycles.published(today().minusDays(1));

            for (var form : FORMS) {
                notNamed(city, PPM.get(report(cycle) + form).is(200).text());
            }
        }
    }

    @Test
    void coloursBaselinesAndMilestonesOfControlsArePrinted() {
        try (var city = new City()) {
            city.mark(Instant.now()).project(city.body + "-c", "created", Instant.now(), "EXECUTING", """
                    "colour":{"computed":"RED","reported":"AMBER"},
                    "baseline":{"original":{"finish":"2026-06-30","cost":{"amount":100.00,"currency":"USD"}},
                                "current":{"finish":"2026-09-30","cost":{"amount":120.00,"currency":"USD"}},"rebaselines":2},
                    "milestones":[{"title":"Go live","baseline":"2026-05-01","forecast":"2026-08-01","actual":null},
                                  {"title":"Contract","baseline":"2026-02-01","forecast":"2026-02-03","actual":"2026-02-03"}],
                    "moneyActual":{"cost":{"amount":33.50,"currency":"USD"}}""");

            var cycle = new Cycles(city).published(today().minusDays(1));

            var model = PPM.get(report(cycle)).is(200).json();
            var item = found(model.path("items"), "id", city.body + "-c");
            assertEquals("RED", item.at("/colour/computed").asText());
            assertEquals("AMBER", item.at("/colour/reported").asText());
            assertEquals("2026-06-30", item.at("/finish/original").asText());
            assertEquals("2026-09-30", item.at("/finish/current").asText());
            assertEquals(2, item.path("rebaselines").asInt());
            assertEquals("120", item.at("/cost/planned/amount").asText());
            assertEquals("33.5", item.at("/cost/actual/amount").asText());
            assertEquals("2026-08-01", item.at("/milestones/0/due").asText());
            assertTrue(item.at("/milestones/1/done").asBoolean());
            var csv = PPM.get(report(cycle) + ".csv?lang=en").is(200).text();
            assertTrue(csv.contains(",milestonePlan,2026-05-01,"), csv);
            assertTrue(csv.contains(",milestoneState,2026-02-03,"), csv);
        }
    }

    @Test
    void risksDecisionsAndInventoryArePrinted() {
        try (var city = new City()) {
            var mark = city.body;
            city.mark(Instant.now())
                    .tell("risk", "identified", mark + "-r", Instant.now(), """
                            "cause":"The market is hot","event":"Key staff leave","effect":"Go-live slips",
                            "score":{"inherent":20,"current":12,"residual":6},"response":"REDUCE","state":"OPEN",
                            "project":{"type":"project","id":"p","number":"PRJ-2026-0001","href":"/v1/projects/p"}""")
                    .tell(
                            "risk",
                            "closed",
                            mark + "-gone",
                            Instant.now(),
                            "\"event\":\"It is over\",\"state\":\"CLOSED\"")
                    .tell("quality", "qualityMeasured", mark + "-q", Instant.now(), """
                            "department":"%s","scores":{"completeness":0.91,"freshness":0.72,"uniqueness":0.99,"mapping":0.5},
                            "index":0.8123,"asOf":"2026-03-01T08:00:00Z\"""".formatted(city.department))
                    .tell("renewal", "renewalDue", mark + "-n", Instant.now(), """
                            "entitlement":{"number":"ENT-1","product":"%2$s-s","department":"%1$s",
                            "cost":{"amount":18000.00,"currency":"USD"}},"decisionDeadline":"2026-09-01",
                            "termEnd":"2026-12-31","decision":null,"state":"OPEN\"""".formatted(city.department, mark))
                    .tell("softwareProduct", "created", mark + "-s", Instant.now(), "\"label\":\"Map software\"")
                    .tell("licencePosition", "changed", mark + "-l", Instant.now(), """
                            "product":{"type":"softwareProduct","id":"%2$s-s","number":null,"href":"/v1/software-products/x"},
                            "department":"%1$s","metric":"CORE","status":"UNDER","entitled":4,"consumed":7,
                            "trueUp":{"amount":900.00,"currency":"USD"}""".formatted(
                                    city.department, mark))
                    .tell("licencePosition", "changed", mark + "-fits", Instant.now(), """
                            "product":{"type":"softwareProduct","id":"%s-s"},"status":"COMPLIANT","entitled":1,"consumed":1""".formatted(mark));

            var cycles = new Cycles(city);
            var path = cycles.collecting(today().minusDays(1), ",\"decisionsAsked\":[\"Approve the revised budget.\"]");
            PPM.verb(path, "freeze", "{}").is(200);

            var model = PPM.get(report(path)).is(200).json();
            var risk = found(model.path("risks"), "event", "Key staff leave");
            assertEquals(12, risk.path("score").asInt());
            assertFalse(model.path("risks").toString().contains("It is over"));
            assertEquals(
                    "0.72",
                    found(model.at("/inventory/quality"), "department", city.department)
                            .path("freshness")
                            .asText());
            assertEquals(
                    "Map software",
                    found(model.at("/inventory/renewals"), "department", city.department)
                            .path("title")
                            .asText());
            var licence = found(model.at("/inventory/licences"), "department", city.department);
            assertEquals("Map software", licence.path("product").asText());
            assertEquals("UNDER", licence.path("position").asText());
            assertFalse(model.at("/inventory/licences").toString().contains("COMPLIANT"));
            assertTrue(model.at("/inventory/attestations").isNull(), "nobody has told");
            var html = PPM.get(report(path) + ".html?lang=en").is(200).text();
            assertTrue(html.contains("Key staff leave. Cause: The market is hot. Effect: Go-live slips."));
            assertTrue(html.contains("Approve the revised budget."));
            assertTrue(html.contains("not reported"));
        }
    }
}
