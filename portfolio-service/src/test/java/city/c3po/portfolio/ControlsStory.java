package city.c3po.portfolio;

import static city.c3po.portfolio.Http.FINANCE;
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
        reads(project, baseline);
    }

    private static void reads(Response project, Response baseline) {
        for (var path : new String[] {
            "/costs", "/schedule", "/schedule/history", "/schedule/history/verify",
                    "/schedule/activities?critical=true",
            "/schedule/activities/A1", "/schedule/links", "/baselines", "/baselines/variance", "/change-requests"
        }) {
            expect(200, get(PPM, hrefOf(project) + path));
        }
        for (var path : new String[] {"", "/items", "/history", "/history/verify"}) {
            expect(200, get(PPM, hrefOf(baseline) + path));
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
