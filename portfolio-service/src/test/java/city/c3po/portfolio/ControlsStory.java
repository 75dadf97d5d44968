package city.c3po.portfolio;

import static city.c3po.portfolio.Http.FINANCE;
import static city.c3po.portfolio.Http.HEAD;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.PPM_2;
import static city.c3po.testing.http.Requests.as;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.verb;

import city.c3po.testing.Tokens;
import io.restassured.response.Response;

/** A project that is planned, approved, changed and approved again. */
public final class ControlsStory {
    /** Eight working days of work between two milestones, in dollars. */
    public static final String PLAN = """
        {"start": "2026-07-06", "dataDate": "2026-07-06",
         "activities": [
           {"id": "M0", "title": "Start", "kind": "MILESTONE"},
           {"id": "A1", "title": "Design", "wbs": "1.1", "duration": 5, "budget": 40000.00,
            "days": {"shape": "TRIANGULAR", "low": 4, "likely": 5, "high": 9}},
           {"id": "A2", "title": "Build", "wbs": "1.2", "duration": %d, "budget": 60000.00, "technique": "FIFTY_FIFTY",
            "days": {"shape": "PERT", "low": 2, "likely": 3, "high": 8}},
           {"id": "A3", "title": "Documents", "wbs": "1.3", "duration": 2, "budget": 10000.00,
            "technique": "WEIGHTED_MILESTONES",
            "steps": [{"id": "draft", "weight": 40, "planned": "2026-07-13"}, {"id": "final", "weight": 60, "planned": "2026-07-14"}]},
           {"id": "M1", "title": "Go-live", "kind": "MILESTONE", "constraints": [{"type": "DEADLINE", "date": "2026-07-17"}]}],
         "links": [
           {"predecessor": "M0", "successor": "A1"}, {"predecessor": "A1", "successor": "A2"},
           {"predecessor": "A1", "successor": "A3"}, {"predecessor": "A2", "successor": "M1"},
           {"predecessor": "A3", "successor": "M1"}]}\
        """;

    public static final String RISK = """
        {"title": "The addresses are worse than thought", "cause": "Three systems keep them", "event": "Many do not match",
         "effect": "Somebody has to match them by hand", "inherent": {"probability": 3, "impact": 4},
         "days": {"shape": "TRIANGULAR", "low": 1, "likely": 2, "high": 5},
         "cost": {"shape": "PERT", "low": 1000.00, "likely": 4000.00, "high": 10000.00}, "activities": ["A2"]}\
        """;

    static final String ALLOCATION = """
        {"department": "DEP-PW", "role": "developer", "month": "2026-09", "hours": %d, "purpose": "The migration"}\
        """;

    static final String BENEFIT = """
        {"title": "Faster answers", "measure": "Days until a request is closed", "unit": "days", "baseline": 20, "target": 5,
         "due": "2027-06-30", "owner": "%s", "worthPerUnitAndYear": {"amount": 36500.00}}\
        """;

    /** A report that says of one dimension what the figures do not. */
    static final String RED = """
        {"summary": "The migration takes longer than thought", "reported": "RED", "reason": "The go-live is at stake",
         "dimensions": [{"dimension": "SCHEDULE", "reported": "RED", "reason": "The next week will be late too"}],
         "responsePlan": {"owner": "%s", "start": "2026-08-10", "due": "2026-10-31",
                          "exitCriteria": ["The finish is within 10 %% of the baseline"]}}\
        """.formatted(PPM_2.subject());

    private ControlsStory() {}

    static void tell() {
        var project = planned("Controlled");
        var schedule = get(PPM_2, hrefOf(project) + "/schedule");
        expect(200, patchAt(PPM_2, schedule, "/activities/A2", "{\"duration\": 4}"));
        var baseline = expect(201, post(PPM_2, hrefOf(project) + "/baselines", ""));
        schedule = get(PPM_2, hrefOf(schedule));
        expect(200, patchAt(PPM_2, schedule, "/activities/A2", "{\"duration\": 3}"));
        baseline = expect(200, verb(PPM_2, baseline, "refresh"));
        baseline = expect(200, verb(PPM_2, baseline, "submit", "{\"comment\": \"As agreed\"}"));
        baseline = expect(200, verb(PPM, baseline, "return", "{\"comment\": \"Say who builds it\"}"));
        baseline = expect(200, verb(PPM_2, baseline, "submit", "{\"comment\": \"The vendor does\"}"));
        expect(200, verb(PPM, baseline, "approve"));
        changed(project);
        expect(200, post(FINANCE, "/v1/cost-entries/batch", """
            {"source": "finance", "items": [{"nativeKey": "STORY-1", "project": "%s", "kind": "ACTUAL", "amount": {"amount": 9000.00},
             "postedOn": "2026-07-31"}]}\
            """.formatted(ProjectStory.id(project))));
        expect(200, verb(PPM_2, get(PPM_2, hrefOf(project)), "file-special-report", "{\"text\": \"It is agile now\"}"));
        var july = hrefOf(project) + "/progress/2026-07-31";
        var period = expect(201, create(PPM_2, july, """
                {"achievements": [{"activity": "A1", "started": "2026-07-06", "percent": 60}], "bottomUpEtc": 90000.00}"""));
        expect(200, verb(PPM_2, period, "close"));
        risks(project);
        expect(201, post(PPM_2, hrefOf(project) + "/forecasts", "{\"runs\": 1000, \"seed\": 7}"));
        reported(project);
        staffed(project);
        promised(project);
        expect(200, get(PPM, "/v1/risk-scale"));
        reads(project, baseline);
    }

    /** One allocation that is completed, one rejected and one cancelled. */
    private static void staffed(Response project) {
        var capacity =
                expect(201, create(HEAD, "/v1/capacity/DEP-PW/developer/2026-09", """
            {"owner": "%s", "fte": 2, "leaveHours": 16, "operationsHours": 80}\
            """.formatted(HEAD.subject())));
        var done = planned(project, 60);
        done = expect(200, patch(PPM_2, done, "{\"hours\": 64}"));
        done = expect(200, verb(HEAD, expect(200, verb(PPM_2, done, "request")), "confirm"));
        done = expect(200, verb(HEAD, done, "allocate", "{}"));
        done = expect(200, verb(PPM_2, done, "complete"));
        var rejected = expect(200, verb(PPM_2, planned(project, 40), "request"));
        expect(200, verb(HEAD, rejected, "reject", "{\"comment\": \"Everybody is at the election\"}"));
        expect(200, verb(PPM_2, planned(project, 8), "cancel", "{\"comment\": \"The vendor does it\"}"));
        for (var record : new Response[] {capacity, done}) {
            for (var path : new String[] {"", "/history", "/history/verify"}) {
                expect(200, get(PPM, hrefOf(record) + path));
            }
        }
        expect(200, get(PPM, "/v1/capacity?department=DEP-PW"));
    }

    private static Response planned(Response project, int hours) {
        return expect(201, post(PPM_2, hrefOf(project) + "/allocations", ALLOCATION.formatted(hours)));
    }

    /** A benefit that is read off twice and closed behind G6. */
    private static void promised(Response project) {
        var benefit = expect(201, post(PPM_2, hrefOf(project) + "/benefits", BENEFIT.formatted(HEAD.subject())));
        benefit = expect(200, patch(PPM_2, benefit, "{\"target\": 6}"));
        benefit = expect(200, verb(HEAD, benefit, "read-off", "{\"day\": \"2026-07-01\", \"value\": 20}"));
        benefit = expect(200, verb(HEAD, benefit, "read-off", "{\"day\": \"2026-08-01\", \"value\": 14}"));
        ProjectStory.open(get(PPM, hrefOf(project)), "G6", "benefits");
        benefit = expect(200, verb(HEAD, benefit, "close", "{\"comment\": \"Fourteen days, and it stays so\"}"));
        for (var path : new String[] {"", "/history", "/history/verify"}) {
            expect(200, get(PPM, hrefOf(benefit) + path));
        }
        expect(200, get(PPM, "/v1/portfolio-return"));
    }

    /** Two red months; the third does not come, and takes the colour away. */
    private static void reported(Response project) {
        var july = hrefOf(project) + "/status-reports/2026-07-31";
        var report = expect(201, create(PPM_2, july, "{\"summary\": \"Late\"}"));
        report = expect(200, put(PPM_2, july, report.header("ETag"), RED));
        report = expect(200, verb(PPM_2, report, "publish"));
        var august = hrefOf(project) + "/status-reports/2026-08-31";
        expect(200, verb(PPM_2, expect(201, create(PPM_2, august, RED)), "publish"));
        var divergences = get(PPM, hrefOf(project) + "/divergences?sort=OLDEST").jsonPath();
        var divergence = get(PPM, divergences.getString("items[0].href"));
        expect(200, verb(PPM, divergence, "explain", "{\"comment\": \"The added crew is in the schedule now\"}"));
        var plans = get(PPM, hrefOf(project) + "/response-plans").jsonPath();
        var plan = get(PPM_2, plans.getString("items[0].href"));
        plan = expect(200, verb(PPM_2, plan, "move", "{\"due\": \"2026-11-15\", \"comment\": \"The vendor was ill\"}"));
        expect(200, verb(PPM_2, plan, "complete", "{\"comment\": \"Within 10 % since October\"}"));
        var other = get(PPM_2, plans.getString("items[1].href"));
        expect(200, verb(PPM_2, other, "abandon", "{\"comment\": \"The other one does it all\"}"));
        Charters.await(
                PPM, hrefOf(project), known -> "STALE".equals(known.jsonPath().getString("colour.reported")));
        for (var record : new Response[] {report, divergence, plan}) {
            for (var path : new String[] {"", "/history", "/history/verify"}) {
                expect(200, get(PPM, hrefOf(record) + path));
            }
        }
    }

    private static void reads(Response project, Response baseline) {
        for (var path : new String[] {
            "/costs",
            "/allocations",
            "/benefits",
            "/status-reports",
            "/divergences",
            "/response-plans",
            "/forecast.svg",
            "/progress",
            "/forecasts",
            "/schedule.svg",
            "/schedule",
            "/schedule/history",
            "/schedule/history/verify",
            "/schedule/activities?critical=true",
            "/schedule/activities/A1",
            "/schedule/links",
            "/baselines",
            "/baselines/variance",
            "/change-requests"
        }) {
            expect(200, get(PPM, hrefOf(project) + path));
        }
        for (var path : new String[] {"", "/items", "/history", "/history/verify"}) {
            expect(200, get(PPM, hrefOf(baseline) + path));
        }
    }

    /** One risk that is closed, and one that occurs and becomes an issue, which asks for a change. */
    private static void risks(Response project) {
        var none = expect(201, post(PPM_2, hrefOf(project) + "/risks", RISK));
        expect(200, verb(PPM_2, none, "close", "{\"comment\": \"The data was cleaned\"}"));
        var risk = expect(201, post(PPM_2, hrefOf(project) + "/risks", RISK));
        risk = expect(200, patch(PPM_2, risk, "{\"probability\": 0.3}"));
        risk = expect(200, verb(PPM_2, risk, "respond", """
            {"strategy": "REDUCE", "plan": "Clean it before it moves", "residual": {"probability": 2, "impact": 3}}\
            """));
        risk = expect(200, verb(PPM_2, risk, "review", """
            {"rating": {"probability": 5, "impact": 4}, "comment": "The first tables are bad"}\
            """));
        risk = expect(200, verb(PPM_2, risk, "occur", "{\"title\": \"A third of the addresses are wrong\"}"));
        expect(201, post(PPM_2, hrefOf(project) + "/risks", RISK));
        for (var path : new String[] {"", "/history", "/history/verify"}) {
            expect(200, get(PPM, hrefOf(risk) + path));
        }
        issue(get(PPM_2, risk.jsonPath().getString("issue.href")));
        for (var path : new String[] {"/risks", "/issues", "/contingency"}) {
            expect(200, get(PPM, hrefOf(project) + path));
        }
    }

    private static void issue(Response raised) {
        var issue = expect(200, patch(PPM_2, raised, "{\"due\": \"2026-09-30\"}"));
        issue = expect(200, verb(PPM_2, issue, "add-action", """
            {"text": "Match them with the county's", "owner": "%s", "due": "2026-09-15"}\
            """.formatted(PPM_2.subject())));
        issue = expect(200, verb(PPM_2, issue, "actions/1/finish", "{\"comment\": \"All but forty\"}"));
        issue = expect(200, verb(PPM_2, issue, "decide", "{\"text\": \"The forty are entered by hand\"}"));
        issue = expect(200, verb(PPM_2, issue, "request-change", """
            {"title": "Match addresses each night", "reason": "They go wrong again"}\
            """));
        issue = expect(200, verb(PPM_2, issue, "resolve", "{\"comment\": \"They match\"}"));
        issue = expect(200, verb(PPM_2, issue, "reopen", "{\"comment\": \"Not on Mondays\"}"));
        issue = expect(200, verb(PPM_2, issue, "resolve", "{\"comment\": \"Mondays too\"}"));
        expect(200, verb(PPM_2, issue, "close", "{\"comment\": \"A month without a complaint\"}"));
        for (var path : new String[] {"", "/history", "/history/verify"}) {
            expect(200, get(PPM, hrefOf(issue) + path));
        }
    }

    /** Three requests: one is rejected, one deferred and then approved, and the next baseline carries it out. */
    private static void changed(Response project) {
        var rejected = assessed(project, "Another colour", "{\"cost\": {\"amount\": 1000.00}, \"days\": 0}");
        expect(200, verb(PPM, rejected, "reject", "{\"comment\": \"It is fine as it is\"}"));
        var request = assessed(project, "More reports", "{\"cost\": {\"amount\": 5000.00}, \"days\": 1}");
        request = expect(200, verb(PPM, request, "defer", "{\"comment\": \"After the summer\"}"));
        request = expect(200, patch(PPM_2, request, "{\"newApproach\": true}"));
        request = expect(200, verb(PPM_2, request, "submit"));
        request = expect(200, verb(PPM_2, request, "assess", "{\"cost\": {\"amount\": 5000.00}, \"days\": 1}"));
        expect(
                200,
                verb(PPM, request, "approve", "{\"comment\": \"They need them\", \"decision\": \"DEC-2026-0001\"}"));
        expect(200, putSchedule(project, PLAN.formatted(4).replace("60000.00", "65000.00")));
        rebaselined(project);
    }

    /** A change request that awaits its decision. */
    public static Response assessed(Response project, String title, String impact) {
        var request = expect(201, post(PPM_2, hrefOf(project) + "/change-requests", """
            {"title": "%s", "reason": "Users ask for it"}\
            """.formatted(title)));
        return expect(200, verb(PPM_2, expect(200, verb(PPM_2, request, "submit")), "assess", impact));
    }

    /** A project with a schedule and its PPM. */
    public static Response planned(String title) {
        var project = ProjectStory.registered(title, PPM_2);
        expect(201, create(PPM_2, hrefOf(project) + "/schedule", PLAN.formatted(3)));
        return project;
    }

    public static Response putSchedule(Response project, String plan) {
        var path = hrefOf(project) + "/schedule";
        return put(PPM_2, path, get(PPM_2, path).header("ETag"), plan);
    }

    /** The schedule as it is now becomes the baseline. */
    public static Response rebaselined(Response project) {
        var baseline = expect(201, post(PPM_2, hrefOf(project) + "/baselines", ""));
        baseline = expect(200, verb(PPM_2, baseline, "submit", "{\"comment\": \"As agreed\"}"));
        return expect(200, verb(PPM, baseline, "approve"));
    }

    /** The baseline in force; approved when there is none yet. */
    static Response approved(Response project) {
        var found = get(PPM, hrefOf(project) + "/baselines?state=APPROVED")
                .jsonPath()
                .getList("items.href", String.class);
        return found.isEmpty() ? rebaselined(project) : get(PPM, found.getFirst());
    }

    /** On a part of the schedule, with the schedule's version. */
    public static Response patchAt(Tokens by, Response schedule, String part, String body) {
        return as(by).header("If-Match", schedule.header("ETag"))
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(hrefOf(schedule) + part);
    }
}
