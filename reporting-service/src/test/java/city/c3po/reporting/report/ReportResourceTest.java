package city.c3po.reporting.report;

import static city.c3po.reporting.report.Cycles.PPM;
import static city.c3po.reporting.report.Cycles.SECOND;
import static city.c3po.reporting.report.Cycles.id;
import static city.c3po.reporting.report.Cycles.report;
import static city.c3po.reporting.report.Cycles.today;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.reporting.Api;
import city.c3po.reporting.City;
import city.c3po.reporting.Portfolio;
import city.c3po.reporting.model.Canonical;
import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the schedule to the public report, and back. */
@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class ReportResourceTest {
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(100));

    private City city;
    private Cycles cycles;

    @BeforeEach
    void open() {
        city = new City();
        cycles = new Cycles(city);
        city.mark(Instant.now());
    }

    @AfterEach
    void close() {
        city.mark(Instant.now());
        city.close();
    }

    private String p(String name) {
        return city.department.toLowerCase(Locale.ROOT) + "-" + name;
    }

    /** This city's rows of the roll-forward: {@code projects 0 2 0 0 0 0 0 2}. */
    private List<String> rollForward(JsonNode model) {
        return StreamSupport.stream(model.path("rollForward").spliterator(), false)
                .filter(row -> row.path("department").asText().equals(city.department))
                .map(row -> row.path("measure").asText() + " "
                        + row.path("opening").asInt() + " "
                        + row.path("new").asInt() + " " + row.path("reopened").asInt() + " "
                        + row.path("entered").asInt() + " " + row.path("closed").asInt() + " "
                        + row.path("withdrawn").asInt() + " " + row.path("left").asInt() + " "
                        + row.path("closing").asInt())
                .toList();
    }

    private JsonNode item(JsonNode model, String id) {
        return StreamSupport.stream(model.path("items").spliterator(), false)
                .filter(item -> item.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsWhatChangedSinceTheLastPublishedReportThoughAMeetingWasCancelled() {
        // Given a first report
        city.project(
                p("a"), "created", LONG_AGO, "EXECUTING", "\"budget\":{\"amount\":500000.00,\"currency\":\"USD\"}");
        city.project(p("b"), "created", LONG_AGO, "PLANNING", "");
        city.project(p("c"), "created", LONG_AGO, "PLANNING", "");
        var first = cycles.published(today().minusDays(70));
        var firstModel = PPM.get(report(first)).is(200).json();
        assertEquals(List.of("projects 0 3 0 0 0 0 0 3"), rollForward(firstModel));
        assertTrue(firstModel.at("/chain/previous").isNull());

        // and a second one whose meeting is cancelled
        city.project(
                p("a"), "moved", Instant.now(), "CLOSING", "\"budget\":{\"amount\":550000.00,\"currency\":\"USD\"}");
        var cancelled = cycles.frozen(today().minusDays(40));
        PPM.verb(cancelled, "cancel", "{\"reason\":\"No quorum.\"}").is(200);

        // When the third is made
        city.project(p("b"), "moved", Instant.now(), "CANCELLED", "");
        city.project(p("d"), "created", Instant.now(), "INITIATING", "");
        city.project(p("e"), "created", Instant.now(), "INITIATING", "");
        city.project(p("e"), "moved", Instant.now(), "CLOSED", "");
        var third = cycles.published(today().minusDays(1));

        // Then nothing of either period is missing
        var model = PPM.get(report(third)).is(200).json();
        assertEquals(id(first), model.at("/report/compared/id").asText());
        assertEquals(List.of("projects 3 2 0 0 1 1 0 3"), rollForward(model));
        assertEquals("changed", item(model, p("a")).path("since").asText());
        assertEquals("new", item(model, p("d")).path("since").asText());
        assertEquals("unchangedStale", item(model, p("c")).path("since").asText());
        var paths = new ArrayList<String>();
        item(model, p("a"))
                .path("changes")
                .forEach(change -> paths.add(change.path("path").asText()));
        assertEquals(List.of("/budget/amount", "/state"), paths);

        // and a job that pulls between the two is told the same
        var told = new TreeSet<String>();
        var page = model.at("/changes/href").asText();
        while (!page.isEmpty()) {
            var answer =
                    Api.with(Tokens.client("reporting-job")).get(page).is(200).json();
            answer.path("items")
                    .forEach(item -> told.add(item.path("op").asText() + " "
                            + item.at("/subject/type").asText() + " "
                            + item.at("/subject/id").asText() + " "
                            + item.at("/subject/version").asText()));
            page = answer.at("/page/next").asText("");
        }
        var printed = new TreeSet<String>();
        model.at("/changes/items")
                .forEach(item -> printed.add(item.path("op").asText() + " "
                        + item.path("type").asText() + " " + item.path("id").asText() + " "
                        + item.path("version").asText()));
        assertEquals(printed, told);
        assertTrue(printed.contains("created project " + p("e") + " 2"), printed.toString());

        // and the chain verifies
        assertEquals(
                firstModel.isEmpty() ? "" : PPM.get(first).at("/frozen/sha256"),
                model.at("/chain/previous/sha256").asText());
        var verified = PPM.get(report(third) + "/verify").is(200).json();
        assertTrue(verified.path("verified").asBoolean(), verified.toString());
        assertEquals(2, verified.path("reports").asInt());
        assertEquals(
                Canonical.sha256(PPM.get(report(third)).text()),
                verified.path("sha256").asText(),
                "anybody can reckon it");
        assertTrue(PPM.get(third + "/history/verify").json().path("verified").asBoolean());
    }

    @Test
    void waitsForAStalledSourceAndIsFrozenWhenItIsComplete() {
        var cycle = cycles.collecting(today().minusDays(1));
        City.silence();

        var accepted = PPM.verb(cycle, "freeze", "{}").is(202);
        var monitor = accepted.header("Location").replaceFirst("^.*(?=/v1/)", "");
        var waiting = PPM.get(monitor).is(200);
        assertEquals("WAITING", waiting.at("/state"));
        assertEquals("portfolio", waiting.at("/waitsFor/0/service"));
        PPM.get(report(cycle)).is(409, "report-frozen");
        PPM.verb(cycle, "freeze", "{}").is(202);

        city.mark(Instant.now());

        Portfolio.await("it is frozen", () -> PPM.get(monitor).at("/state").equals("FROZEN"));
        assertEquals("FROZEN", PPM.get(cycle).at("/state"));
        assertTrue(PPM.get(report(cycle)).is(200).json().at("/report/override").isNull());
    }

    @Test
    void anOverrideDoesNotWaitAndIsPrinted() {
        var cycle = cycles.collecting(today().minusDays(1));
        City.silence();

        PPM.verb(cycle, "freeze", "{\"override\":\"The feed is down until Monday.\"}")
                .is(200);

        var model = PPM.get(report(cycle)).json();
        assertEquals(
                "The feed is down until Monday.",
                model.at("/report/override/reason").asText());
        assertTrue(PPM.get(report(cycle) + ".html").text().contains("The feed is down until Monday."));
    }

    @Test
    void isNotFrozenBeforeItsCutOffNorPublishedByWhoeverFrozeItNorTwice() {
        var early = cycles.collecting(today().plusDays(3));
        PPM.verb(early, "freeze", "{}").is(409, "cut-off-passed");
        PPM.post(
                        "/v1/report-cycles",
                        cycles.cycle(today(), "")
                                .replaceFirst("\"meetingDate\":\"[^\"]*\"", "\"meetingDate\":\"2026-01-01\""))
                .is(422, "meeting-after-cut-off");

        var cycle = cycles.frozen(today().minusDays(1));
        PPM.verb(cycle, "publish", "").is(403, "second-person-publishes");
        SECOND.verb(cycle, "publish", "").is(409, "illegal-move");
        PPM.verb(cycle, "review", "").is(200);
        var tag = SECOND.get(cycle).header("ETag");
        SECOND.post(cycle + "/publish", "", "If-Match", tag).is(200);
        SECOND.post(cycle + "/publish", "", "If-Match", tag).is(412, "stale-version");
        var twice = SECOND.verb(cycle, "publish", "").is(409, "illegal-move");
        assertEquals("PUBLISHED", twice.at("/state"));
        Api.as("submitter").post(cycle + "/publish", "", "If-Match", tag).is(403);
        Api.as("clerk").verb(cycle, "withdraw", "{\"reason\":\"x\"}").is(403, "office-or-clerk");
    }

    @Test
    void isReturnedAndFrozenAnewAsTheNextRevision() {
        city.project(p("a"), "created", LONG_AGO, "EXECUTING", "");
        var cycle = cycles.frozen(today().minusDays(1));
        var before = PPM.get(report(cycle)).text();
        PPM.verb(cycle, "return", "{\"reason\":\"The budget is missing.\"}").is(200);
        PPM.get(report(cycle) + "/revisions/1").is(200);
        city.project(p("a"), "edited", Instant.now(), "EXECUTING", "\"budget\":{\"amount\":1.00,\"currency\":\"USD\"}");

        PPM.verb(cycle, "freeze", "{}").is(200);

        assertEquals(2, PPM.get(cycle).json().at("/frozen/revision").asInt());
        assertEquals(before, PPM.get(report(cycle) + "/revisions/1").is(200).text(), "never edited");
        assertNotEquals(before, PPM.get(report(cycle) + "/revisions/2").is(200).text());
        PPM.get(report(cycle) + "/revisions/3").is(404);
        PPM.get(report(cycle) + "/revisions/x").is(404);
    }

    @Test
    void whatCameLateIsInTheNextReport() {
        city.project(p("a"), "created", LONG_AGO, "EXECUTING", "");
        var cutOff = today().minusDays(30);
        var first = cycles.published(cutOff);
        var before = PPM.get(report(first)).text();
        city.project(p("late"), "created", LONG_AGO, "PLANNING", "");
        city.project(p("a"), "corrected", Instant.now(), "PLANNING", "");

        var second = cycles.published(today().minusDays(1));

        var late = new ArrayList<String>();
        PPM.get(report(second)).json().path("late").forEach(one -> {
            if (one.path("number").asText().contains(city.department.toLowerCase(Locale.ROOT))) {
                late.add(one.path("why").asText() + " " + one.path("fact").asText());
            }
        });
        assertEquals(List.of("late created", "corrected corrected"), late);
        assertEquals(before, PPM.get(report(first)).text());
    }

    @Test
    void figuresThatDoNotAddUpStopTheReport() {
        city.project(p("a"), "created", LONG_AGO, "EXECUTING", "");
        var first = cycles.published(today().minusDays(30));
        City.asOwner("delete from report_standing where report = '" + id(first) + "' and subject = '" + p("a") + "'");
        city.project(p("a"), "moved", Instant.now(), "CLOSED", "");
        City.asOwner("update change set state = jsonb_set(state, '{state}', '\"CLOSED\"') where subject_id = '" + p("a")
                + "' and version = 1");

        var cycle = cycles.collecting(today().minusDays(1));
        var refused = PPM.verb(cycle, "freeze", "{}").is(409, "roll-forward-balances");

        assertEquals(city.department, refused.at("/rows/0/department"));
        assertEquals("COLLECTING", PPM.get(cycle).at("/state"));
    }

    @Test
    void whatWasErasedOrHiddenLeavesAndTheFiguresStillAddUp() {
        city.project(p("a"), "created", LONG_AGO, "EXECUTING", "");
        city.project(p("b"), "created", LONG_AGO, "EXECUTING", "");
        city.project(p("c"), "created", LONG_AGO, "CLOSED", "");
        cycles.published(today().minusDays(30));
        city.tell("project", "redacted", p("a"), Instant.now(), "\"title\":\"\"", "CONFIDENTIAL");
        city.tell(
                "project",
                "edited",
                p("b"),
                Instant.now(),
                "\"state\":\"EXECUTING\",\"sponsoringDepartment\":\"" + city.department + "\"",
                "CONFIDENTIAL");
        city.project(p("c"), "moved", Instant.now(), "EXECUTING", "");

        var second = cycles.published(today().minusDays(1));

        assertEquals(
                List.of("projects 2 0 1 0 0 0 2 1"),
                rollForward(PPM.get(report(second)).json()));
    }

    @Test
    void aCorrectedReportTakesThePlaceOfOneAndAWithdrawnOneIsGone() {
        city.project(p("a"), "created", LONG_AGO, "EXECUTING", "");
        var first = cycles.published(today().minusDays(60));
        var second = cycles.published(today().minusDays(30));
        var stale = cycles.frozen(today().minusDays(2));

        var corrected = PPM.verb(second, "supersede", "{\"reason\":\"A figure was wrong.\"}")
                .is(201);
        var replacement = corrected.at("/href");
        assertEquals("COLLECTING", corrected.at("/state"));
        assertEquals(id(second), corrected.at("/supersedes"));
        assertEquals("SUPERSEDED", PPM.get(second).at("/state"));
        assertTrue(PPM.get(report(second) + ".html").is(200).text().contains("A figure was wrong."));
        // what was frozen against the old one does not fit the chain any more
        PPM.verb(stale, "review", "").is(200);
        SECOND.verb(stale, "publish", "").is(409, "chain-holds");

        PPM.verb(replacement, "freeze", "{}").is(200);
        cycles.publish(replacement);
        var model = PPM.get(report(replacement)).json();
        assertEquals(id(first), model.at("/report/compared/id").asText(), "begins where the last that stands ended");
        assertEquals(id(second), model.at("/chain/previous/id").asText(), "and continues the chain");

        PPM.verb(replacement, "withdraw", "{\"reason\":\"A name was in it.\"}").is(200);
        for (var suffix : List.of("", ".html", ".pdf", ".csv", ".xlsx", ".json")) {
            var gone = PPM.get(report(replacement) + suffix).is(410, "report-withdrawn");
            assertEquals("A name was in it.", gone.at("/reason"));
        }
        PPM.get(report(replacement) + "/revisions/1").is(410, "report-withdrawn");
        assertTrue(PPM.get(report(replacement) + "/verify")
                .is(200)
                .json()
                .path("verified")
                .asBoolean());
        assertEquals(
                "WITHDRAWN", Api.as("vendor").get(replacement).is(200).at("/state"), "that it was, everybody may know");
    }

    @Test
    void beforeItIsPublishedItIsAMatterOfTheHouse() {
        var cycle = cycles.collecting(today().minusDays(1));
        Api.as("vendor").get(cycle).is(404);
        Api.nobody().get(cycle).is(401);
        Api.as("vendor").get(report(cycle)).is(404);
        Api.nobody().get("/public/dashboard/reports/" + id(cycle)).is(404);
        Api.as("auditor").get(cycle).is(200);
    }

    @Test
    void isListedAndReadAsItWas() {
        var cycle = cycles.collecting(
                today().minusDays(1), ",\"agendaItem\":\"D.1\",\"decisionsAsked\":[\"Approve the plan.\"]");
        var then = Instant.now();
        PPM.send(
                        "PATCH",
                        cycle,
                        "{\"agendaItem\":\"D.2\"}",
                        "If-Match",
                        PPM.get(cycle).header("ETag"))
                .is(200);
        assertEquals("D.2", PPM.get(cycle).at("/agendaItem"));
        assertEquals("D.1", PPM.get(cycle + "?asOf=" + then).is(200).at("/agendaItem"));
        var listed = PPM.get("/v1/report-cycles?body=" + city.body).json().path("items");
        assertEquals(1, listed.size());
        assertEquals(
                0, PPM.get("/v1/reports?body=" + city.body).json().path("items").size(), "it has no figures yet");
        PPM.verb(cycle, "freeze", "{}").is(200);
        assertEquals(
                1, PPM.get("/v1/reports?body=" + city.body).json().path("items").size());
        assertTrue(PPM.get(report(cycle)).text().contains("Approve the plan."));
        assertFalse(PPM.get("/v1/report-cycles", "Accept", "text/csv")
                .is(200)
                .text()
                .isEmpty());
    }
}
