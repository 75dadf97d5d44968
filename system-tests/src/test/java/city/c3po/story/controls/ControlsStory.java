package city.c3po.story.controls;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.cast.Proposals;
import city.c3po.story.suite.Answer;
import city.c3po.story.suite.Door;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** One of the sample projects, kept in hand for six months that end with the present one. */
@TheSuite
@Order(60)
class ControlsStory {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final int SPENT_EACH_MONTH = 65_000;

    private final RunningSuite suite;
    private final Door office;
    private final Door manager;
    private final Door sponsor;

    ControlsStory(RunningSuite suite) {
        this.suite = suite;
        this.office = suite.door().as("ppm");
        this.manager = suite.door().as("ppm-2");
        this.sponsor = suite.door().as("sponsor");
    }

    /** What was done by the end of a month, in percent of each phase. */
    private record Done(int design, int first, int second) {
        String achievements(YearMonth month) {
            var said = new ArrayList<String>();
            said.add(one("D", design, month));
            said.add(one("B1", first, month));
            said.add(one("B2", second, month));
            said.removeIf(String::isEmpty);
            return "{\"achievements\": [%s]}".formatted(String.join(",", said));
        }

        private static String one(String activity, int percent, YearMonth month) {
            return percent == 0
                    ? ""
                    : "{\"activity\": \"%s\", \"started\": \"%s\", \"percent\": %d}"
                            .formatted(activity, month.atDay(1), percent);
        }
    }

    @Test
    void a_project_is_planned_baselined_run_for_six_months_changed_and_reported() {
        suite.c3po("demo"); // the city's departments and people
        var last = YearMonth.from(today());
        var months = List.of(
                last.minusMonths(5),
                last.minusMonths(4),
                last.minusMonths(3),
                last.minusMonths(2),
                last.minusMonths(1),
                last);
        var plan = Plan.asAgreed(months.getFirst().atDay(1));
        var project = registered(months.getFirst());
        var path = project.text("/href");

        plan(path, plan);
        var design = manager.get(path + "/schedule/activities/D").expect(200);
        var designed = new Plan.Days(design.text("/dates/earlyStart"), design.text("/dates/earlyFinish"));
        var original = baselined(path);
        assertEquals(
                "550000.00",
                office.get(path)
                        .json()
                        .at("/baseline/original/cost/amount")
                        .decimalValue()
                        .setScale(2)
                        .toString());
        assertTrue(office.get(path).json().at("/gates/2/criteria/0/met").asBoolean(), "gate G3 has its evidence");
        var risk = risk(path);

        month(path, months.get(0), new Done(100, 0, 0));
        plan = plan.designed(designed, months.get(1).atDay(1));
        plan(path, plan);
        month(path, months.get(1), new Done(100, 60, 0));
        plan = plan.building(35, 25);
        plan(path, plan);
        month(path, months.get(2), new Done(100, 90, 0));

        // the risk occurs, the issue asks for a change, and an approved change for another baseline
        var issue = occurred(risk);
        approved(issue);
        plan = plan.building(35, 30).dearer(180_000);
        plan(path, plan);
        var second = baselined(path);
        month(path, months.get(3), new Done(100, 100, 10));
        month(path, months.get(4), new Done(100, 100, 30));
        plan = plan.testing(25);
        plan(path, plan);
        month(path, months.get(5), new Done(100, 100, 50));

        var forecast = manager.post(path + "/forecasts", Proposals.json("{\"runs\": 2000, \"seed\": 7}"))
                .expect(201);
        assertAll(
                () -> variances(path, original, second),
                () -> value(path, last),
                () -> report(path, last),
                () -> pictures(path),
                () -> assertTrue(
                        forecast.text("/result/finish/p80").compareTo(forecast.text("/result/finish/p50")) >= 0,
                        forecast::toString));
        told(path);
    }

    private Answer registered(YearMonth from) {
        var project = office.post("/v1/projects", Proposals.json("""
                        {"title": "Website Recovery Project", "sponsoringDepartment": "DEP-PW", "sponsor": "%s",
                         "start": "%s", "budget": {"amount": 600000}, "approach": "WATERFALL"}""".formatted(subject(5), from.atDay(1))))
                .expect(201);
        return verb(office, project, "assign-ppm", "{\"person\": \"%s\"}".formatted(subject(4)));
    }

    /** Says the schedule as a whole, for the first time or anew. */
    private void plan(String path, Plan plan) {
        var known = manager.get(path + "/schedule");
        var door = known.status() == 404 ? manager.with("If-None-Match", "*") : manager.ifMatch(known);
        assertTrue(door.put(path + "/schedule", plan.json()).succeeded(), plan::toString);
    }

    private Answer baselined(String path) {
        var baseline = manager.post(path + "/baselines").expect(201);
        baseline = verb(manager, baseline, "submit", "{\"comment\": \"As agreed\"}");
        return verb(office, baseline, "approve", null);
    }

    private Answer risk(String path) {
        var risk = manager.post(path + "/risks", Proposals.json("""
                        {"title": "The old data is worse than thought", "cause": "Three systems keep the addresses",
                         "event": "Many do not match", "effect": "They are matched by hand",
                         "inherent": {"probability": 4, "impact": 3}, "activities": ["B2"],
                         "days": {"shape": "TRIANGULAR", "low": 2, "likely": 5, "high": 15},
                         "cost": {"shape": "UNIFORM", "low": 10000, "high": 40000}}""")).expect(201);
        assertEquals("HIGH", risk.text("/current/band"));
        assertEquals(
                "sponsor-accepts",
                manager.ifMatch(risk)
                        .post(
                                risk.text("/href") + "/respond",
                                Proposals.json("{\"strategy\": \"ACCEPT\", \"plan\": \"So be it\"}"))
                        .expect(403)
                        .text("/code"));
        return verb(sponsor, risk, "respond", "{\"strategy\": \"ACCEPT\", \"plan\": \"We see in the first run\"}");
    }

    private Answer occurred(Answer risk) {
        var occurred = verb(manager, risk, "occur", "{\"title\": \"A third of the addresses do not match\"}");
        var issue = manager.get(occurred.text("/issue/href")).expect(200);
        assertEquals(risk.text("/number"), issue.text("/risk/number"));
        return verb(manager, issue, "request-change", """
            {"title": "Match the addresses by hand", "reason": "A third of them are wrong"}""");
    }

    private void approved(Answer issue) {
        var request = manager.get(issue.text("/changes/0/href")).expect(200);
        assertEquals(issue.text("/number"), request.text("/issue/number"));
        request = verb(manager, request, "submit", null);
        request = verb(manager, request, "assess", "{\"cost\": {\"amount\": 30000}, \"days\": 40}");
        assertEquals(
                "within-authority",
                sponsor.ifMatch(request)
                        .post(request.text("/href") + "/approve", Proposals.json("{\"comment\": \"Yes\"}"))
                        .expect(403)
                        .text("/code"));
        verb(office, request, "approve", "{\"comment\": \"There is no other way\", \"decision\": \"DEC-2026-0001\"}");
    }

    /** Finance posts, the month is recorded and closed, and reported. */
    private void month(String path, YearMonth month, Done done) {
        var end = month.atEndOfMonth();
        var posted = suite.door().as("finance-system").post("/v1/cost-entries/batch", Proposals.json("""
                {"source": "finance", "items": [{"nativeKey": "WRP-%s-%s", "project": "%s", "kind": "ACTUAL",
                 "amount": {"amount": %d}, "postedOn": "%s"}]}""".formatted(
                        path.substring(path.length() - 12),
                        month,
                        path.substring("/v1/projects/".length()),
                        SPENT_EACH_MONTH,
                        end)));
        assertEquals(1, posted.expect(200).json().at("/posted").asInt(), posted::toString);
        var fresh = manager.with("If-None-Match", "*");
        var period = fresh.put(path + "/progress/" + end, Proposals.json(done.achievements(month)))
                .expect(201);
        verb(manager, period, "close", null);
        var report = fresh.put(path + "/status-reports/" + end, Proposals.json("""
                {"summary": "As the figures say.",
                 "responsePlan": {"owner": "%s", "start": "%s", "due": "%s", "exitCriteria": ["No more than 10 %% off"]}}""".formatted(
                                subject(4), end, end.plusDays(60))))
                .expect(201);
        verb(manager, report, "publish", null);
    }

    /** Baseline 0 is there for ever, beside the one that took its place. */
    private void variances(String path, Answer original, Answer second) {
        var variance = office.get(path + "/baselines/variance").expect(200);
        assertEquals(1, variance.json().at("/rebaselines").asInt());
        assertEquals(original.text("/content/finish"), variance.text("/original/finish"));
        assertEquals(second.text("/content/finish"), variance.text("/current/finish"));
        assertEquals(30_000, variance.json().at("/original/costMore/amount").asInt());
        assertEquals(0, variance.json().at("/current/costMore/amount").asInt());
        var slips = variance.json().at("/current/finishDays").asInt();
        assertTrue(slips > 0 && variance.json().at("/original/finishDays").asInt() > slips, variance::toString);
        assertEquals("SUPERSEDED", office.get(original.text("/href")).text("/state"));
    }

    /** Earned: 100,000 + 150,000 + half of 180,000. Spent: six times 65,000. 340,000 by 390,000 are 0.8718. */
    private void value(String path, YearMonth last) {
        var period = office.get(path + "/progress/" + last.atEndOfMonth()).expect(200);
        assertEquals(580_000, period.json().at("/figures/value/bac").asInt());
        assertEquals(340_000, period.json().at("/figures/value/earned").asInt());
        assertEquals(390_000, period.json().at("/figures/value/actual").asInt());
        assertEquals(-50_000, period.json().at("/figures/value/cv/value").asInt());
        assertEquals(
                "0.8718",
                period.json().at("/figures/value/cpi/value").decimalValue().toPlainString());
        assertEquals("CLOSED", period.text("/state"));
    }

    private void report(String path, YearMonth last) {
        var report = office.get(path + "/status-reports/" + last.atEndOfMonth()).expect(200);
        assertEquals("PUBLISHED", report.text("/state"));
        assertEquals(390_000, report.json().at("/snapshot/spent/amount").asInt());
        assertEquals(1, report.json().at("/snapshot/changesApproved").asInt());
        assertEquals(1, report.json().at("/snapshot/rebaselines").asInt());
        assertEquals(
                "illegal-move",
                manager.ifMatch(report)
                        .put(report.text("/href"), Proposals.json("{\"summary\": \"It was better\"}"))
                        .expect(409)
                        .text("/code"));
    }

    private void pictures(String path) {
        for (var name : List.of("/schedule.svg", "/forecast.svg")) {
            var picture = office.get(path + name).expect(200);
            var svg = picture.body();
            assertTrue(svg.contains("role=\"img\"") && svg.contains("<title") && svg.contains("<desc"), name);
            assertTrue(
                    picture.header("Content-Security-Policy").contains("style-src 'unsafe-inline'"), picture::toString);
        }
        assertTrue(office.get(path + "/schedule.svg").body().contains("Go-live"));
        assertTrue(office.get(path + "/forecast.svg").body().contains("P80"));
    }

    /** The project says it itself, and reporting has heard it. */
    private void told(String path) {
        var project = office.get(path).expect(200);
        var computed = project.text("/colour/computed");
        assertTrue(List.of("GREEN", "AMBER", "RED").contains(computed), project::toString);
        assertEquals(390_000, project.json().at("/moneyActual/cost/amount").asInt());
        assertEquals(1, project.json().at("/baseline/rebaselines").asInt());
        await("reporting counts its colour")
                .atMost(BOUND)
                .until(() -> office.get("/v1/portfolio-summary")
                                .json()
                                .at("/byColourComputed/" + computed)
                                .asInt()
                        > 0);
    }

    private static Answer verb(Door by, Answer seen, String verb, @Nullable String body) {
        var path = seen.text("/href") + "/" + verb;
        var door = by.ifMatch(seen);
        return (body == null ? door.post(path) : door.post(path, Proposals.json(body))).expect(200);
    }

    private LocalDate today() {
        var time = suite.c3po("clock").lines().findFirst().orElseThrow().split(" +")[1];
        return Instant.parse(time).atZone(ZoneId.of("America/Los_Angeles")).toLocalDate();
    }

    private static String subject(int nn) {
        return "00000000-0000-7000-8000-0000000000%02d".formatted(nn);
    }
}
