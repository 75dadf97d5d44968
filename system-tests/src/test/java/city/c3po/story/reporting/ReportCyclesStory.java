package city.c3po.story.reporting;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.cast.Department;
import city.c3po.story.cast.Proposals;
import city.c3po.story.suite.Answer;
import city.c3po.story.suite.Door;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two reports two months apart; the meeting between them was cancelled, and nothing is lost. */
@TheSuite
@Order(50)
class ReportCyclesStory {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final String FIRST_PROJECT = "Ship IT! A";
    private static final String SECOND_PROJECT = "Ship IT! B";

    private final RunningSuite suite;
    private final Door ppm;
    private final Department department;
    private final Committee committee;
    private final String body = "committee-" + Long.toString(System.nanoTime(), 36);

    ReportCyclesStory(RunningSuite suite) {
        this.suite = suite;
        this.ppm = suite.door().as("ppm");
        this.department = new Department(suite.door().as("submitter"));
        this.committee = new Committee(ppm, suite.door().as("ppm-2"), body);
    }

    @Test
    void a_job_pulls_exactly_what_the_second_report_prints_and_all_forms_agree() throws NoSuchAlgorithmException {
        suite.c3po("demo"); // the city's departments and people
        var one = project(FIRST_PROJECT, "620000.00");
        department.submit(Proposals.major("Waiting for a decision"));
        var first = report();

        suite.c3po("clock", "+P31D");
        department.submit(Proposals.major("New in the month of the cancelled meeting"));
        var cancelled =
                committee.cancel(committee.freeze(committee.schedule(today().minusDays(1), today())), "No quorum");
        assertEquals("CANCELLED", cancelled.text("/state"));

        suite.c3po("clock", "+P30D");
        forecast(one);
        project(SECOND_PROJECT, "1450000.00");
        var second = report();

        var model = ppm.get(second.text("/report")).expect(200).json();
        assertEquals(first.text("/id"), model.at("/report/compared/id").asText(), "not the cancelled one");
        theJobPullsWhatIsPrinted(model);
        allFormsAgree(second, model);
        theChainHolds(first, second);
        residentsSeeIt(first, cancelled, second);
    }

    private Answer report() {
        var published = committee.publish(committee.freeze(committee.schedule(today().minusDays(1), today())));
        assertEquals("PUBLISHED", published.text("/state"));
        assertFalse(
                Instant.parse(published.text("/publishedAt")).isAfter(Instant.parse(published.text("/dueAt"))),
                "published on time");
        return published;
    }

    private Answer project(String title, String budget) {
        return ppm.post("/v1/projects", Proposals.json("""
                        {"title": "%s", "tier": "MAJOR", "kind": "NEW_SYSTEM", "sponsoringDepartment": "DEP-PW",
                         "affectedDepartments": [], "start": "2026-07-01", "finish": "2027-12-31",
                         "sponsor": "00000000-0000-7000-8000-000000000005",
                         "budget": {"amount": %s, "currency": "USD"}, "sampleData": true}""".formatted(title, budget)))
                .expect(201);
    }

    private void forecast(Answer project) {
        var seen = ppm.get(project.text("/href")).expect(200);
        var manager = ppm.ifMatch(seen)
                .post(
                        seen.text("/href") + "/assign-ppm",
                        Proposals.json("{\"person\": \"00000000-0000-7000-8000-000000000004\"}"))
                .expect(200);
        suite.door()
                .as("ppm-2")
                .ifMatch(manager)
                .post(
                        seen.text("/href") + "/forecast",
                        Proposals.json("{\"cost\": {\"amount\": 655000.00}, \"finish\": \"2028-04-28\"}"))
                .expect(200);
    }

    /** Through the gateway, page by page, with a job's own token. */
    private void theJobPullsWhatIsPrinted(JsonNode model) {
        var job = suite.door().as("reporting-job");
        var pulled = new ArrayList<String>();
        for (var next = model.at("/changes/href").asText() + "&limit=2"; !next.isEmpty(); ) {
            var page = job.get(next).expect(200);
            page.items()
                    .forEach(item -> pulled.add("%s %s %s %s %s"
                            .formatted(
                                    item.path("seq"),
                                    item.path("op").asText(),
                                    item.at("/subject/type").asText(),
                                    item.at("/subject/id").asText(),
                                    item.at("/subject/version"))));
            next = page.json().at("/page/hasMore").asBoolean() ? page.text("/page/next") : "";
        }
        var printed = new ArrayList<String>();
        model.at("/changes/items")
                .forEach(item -> printed.add("%s %s %s %s %s"
                        .formatted(
                                item.path("seq"),
                                item.path("op").asText(),
                                item.path("type").asText(),
                                item.path("id").asText(),
                                item.path("version"))));
        assertEquals(printed, pulled);
        var told = model.at("/changes/items").toString();
        assertTrue(told.contains("New in the month of the cancelled meeting"), told);
        assertTrue(told.contains(FIRST_PROJECT) && told.contains(SECOND_PROJECT), told);
        assertFalse(told.contains("Waiting for a decision"), "the first report has told of it");
    }

    private void allFormsAgree(Answer report, JsonNode model) {
        var rendered = new Rendered(suite.address() + "/public/dashboard/reports/" + report.text("/id"));
        var cells = rendered.csv();

        var csv = new TreeMap<String, List<String>>();
        var reckoned = new TreeMap<String, List<BigDecimal>>();
        for (var cell : cells) {
            csv.computeIfAbsent(cell.table(), any -> new ArrayList<>())
                    .add(cell.value().replaceFirst("^'(?=[=+@-])", ""));
            if (cell.number() || cell.day()) {
                reckoned.computeIfAbsent(cell.table(), any -> new ArrayList<>()).add(cell.reckoned());
            }
        }
        assertEquals(csv, rendered.html());
        var sheets = rendered.xlsx();
        reckoned.forEach((table, numbers) -> assertEquals(numbers, sheets.get(table), table));
        var pdf = rendered.pdf();
        for (var cell : cells) {
            assertTrue(!cell.number() || pdf.contains(cell.shown()), () -> "not in the PDF: " + cell);
        }
        assertEquals(ppm.get(report.text("/report")).body(), rendered.json(), "the public has the model itself");
        assertTrue(csv.get("items.money").containsAll(List.of("620000.00", "655000.00", "1450000.00")));
        assertEquals(
                model.at("/glance/projects").asText(),
                csv.get("summary").get(1),
                "what the model counts is what is printed");
    }

    private void theChainHolds(Answer first, Answer second) throws NoSuchAlgorithmException {
        var verified = ppm.get(second.text("/report") + "/verify").expect(200).json();
        assertTrue(verified.path("verified").asBoolean(), verified::toString);
        assertEquals(2, verified.path("reports").asInt(), "the cancelled one is no link");
        assertEquals(first.text("/frozen/sha256"), second.text("/frozen/previousSha256"));
        var bytes = ppm.get(second.text("/report")).body().getBytes(StandardCharsets.UTF_8);
        assertEquals(
                second.text("/frozen/sha256"),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    private void residentsSeeIt(Answer first, Answer cancelled, Answer second) {
        var page = await().atMost(BOUND)
                .until(
                        () -> suite.door().get("/public/dashboard?lang=en").expect(200),
                        seen -> seen.body().contains(second.text("/number")));
        assertTrue(page.body().contains(first.text("/number")), "the archive has the first");
        assertFalse(page.body().contains(cancelled.text("/number")), "nobody was told of the cancelled one");
        assertTrue(page.body().contains("$1,450,000"), "and the money");
        var past = suite.door().get("/public/dashboard?lang=en&asOf=" + first.text("/publishedAt"));
        assertFalse(past.expect(200).body().contains("$1,450,000"), "as it stood then");
        assertTrue(suite.door().get("/public/feed.atom").expect(200).body().contains(second.text("/id")));
        assertEquals(
                404,
                suite.door()
                        .get("/public/dashboard/reports/" + cancelled.text("/id"))
                        .status());
    }

    private LocalDate today() {
        return CityClock.now(suite).atZone(ZoneId.of("America/Los_Angeles")).toLocalDate();
    }
}
