package city.c3po.portfolio;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.ADMIN_2;
import static city.c3po.portfolio.Http.CHAIR;
import static city.c3po.portfolio.Http.FINANCE;
import static city.c3po.portfolio.Http.MEMBER_1;
import static city.c3po.portfolio.Http.MEMBER_2;
import static city.c3po.portfolio.Http.MEMBER_3;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.PPM_2;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.verb;

import city.c3po.testing.Tokens;
import city.c3po.testing.openapi.Operation;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One record of each kind, of DEP-PW and said by the finance system, for the gates that are driven by the document. */
final class Records {
    private static final String PERSON = "clerk-of-works";

    private final String initiative;
    private final String policy;
    /** By the beginning of their path. */
    private final Map<String, String> ids;

    private final String board;
    private final String item;

    private Records(String initiative, String policy, Map<String, String> ids, String board, String item) {
        this.initiative = initiative;
        this.policy = policy;
        this.ids = ids;
        this.board = board;
        this.item = item;
    }

    static Records made() {
        put(FINANCE, "/v1/departments/DEP-PW", null, "{\"name\": \"Public Works\"}");
        put(FINANCE, "/v1/people/" + PERSON, null, "{\"name\": \"Cleo Works\", \"department\": \"DEP-PW\"}");
        put(FINANCE, "/v1/vendors/V-1001", null, "{\"name\": \"Acme Civic\"}");
        put(FINANCE, "/v1/vendors/by-ref/finance/ACME", null, "{\"number\": \"V-1001\", \"name\": \"Acme Civic\"}");
        put(FINANCE, "/v1/funding-lines/FL-CIP-0412", null, "{\"name\": \"Civic apps\"}");
        put(FINANCE, "/v1/calendars/CITY", null, "{\"name\": \"City Hall\", \"zone\": \"America/Los_Angeles\"}");
        var drafted =
                put(FINANCE, "/v1/initiatives/by-ref/finance/PRJ-00815", null, Story.MINOR.formatted("FMS Upgrade"));
        var submitted = expect(200, verb(FINANCE, expect(201, drafted), "submit"));
        var policies = expect(200, get(ADMIN, "/v1/triage-policies?sort=EARLIEST"));
        var ids = new HashMap<String, String>();
        ids.put("/v1/programs", made(PPM, "/v1/programs", "{\"title\": \"Ship IT!\"}"));
        ids.put(
                "/v1/products",
                made(PPM, "/v1/products", "{\"title\": \"SJ311\", \"owner\": \"%s\"}".formatted(PPM.subject())));
        ids.put("/v1/goals", made(ADMIN, "/v1/goals", "{\"title\": \"Smart city\"}"));
        ids.put("/v1/lessons", made(PPM, "/v1/lessons", """
            {"statement": "s", "cause": "c", "recommendedCheck": "r", "tags": ["fuzz"]}\
            """));
        ids.put("/v1/scoring-models", made(PPM, "/v1/scoring-models", BoardStory.modelText("For the gates")));
        ids.put("/v1/trainings", made(PPM, "/v1/trainings", "{\"title\": \"Gates\"}"));
        var policy = LearningStory.policy("for-the-gates");
        ids.put("/v1/policies", ProjectStory.id(policy));
        create(ADMIN, "/v1/departments/DEP-LIB", "{\"name\": \"Library\"}");
        expect(200, verb(ADMIN_2, policy, "adopt", LearningStory.adoption()));
        var delegated = expect(200, verb(PPM, Story.submitted(Story.MINOR.formatted("Supported")), "delegate"));
        ids.put("/v1/support-engagements", ProjectStory.id(LearningStory.offered(delegated)));
        put(FINANCE, "/v1/projects/by-ref/finance/PRJ-00815", null, PROJECT);
        var project = expect(200, get(FINANCE, "/v1/projects?externalRef=finance:PRJ-00815"));
        ids.put("/v1/projects", project.jsonPath().getString("items[0].id"));
        controls(ids);
        BoardStory.model();
        var goal = get(ADMIN, "/v1/goals/" + ids.get("/v1/goals"));
        var scored = BoardStory.scored("For the gates", false, goal, null);
        ids.put(
                "/v1/assessments",
                get(PPM, "/v1/assessments?initiative=" + ProjectStory.id(scored))
                        .jsonPath()
                        .getString("items[0].id"));
        var board = BoardStory.board();
        var meeting = expect(200, verb(PPM, BoardStory.noticed(board), "docket", BoardStory.item(scored)));
        meeting = expect(200, verb(CHAIR, meeting, "open"));
        for (var member : List.of(CHAIR, MEMBER_1, MEMBER_2, MEMBER_3)) {
            meeting = expect(200, verb(member, meeting, "attend"));
        }
        meeting = BoardStory.decided(meeting, 0, "{\"outcome\": \"APPROVED\", \"reason\": \"It is good\"}");
        create(
                CHAIR,
                hrefOf(board) + "/rankings/2027",
                "{\"places\": [{\"rank\": 1, \"initiative\": \"%s\"}]}".formatted(ProjectStory.id(scored)));
        ids.put("/v1/boards", ProjectStory.id(board));
        ids.put("/v1/boards/{board}/meetings", ProjectStory.id(meeting));
        ids.put("/v1/boards/{board}/decisions", meeting.jsonPath().getString("docket[0].decision.id"));
        return new Records(
                submitted.jsonPath().getString("id"),
                policies.jsonPath().getString("items[0].id"),
                ids,
                ProjectStory.id(board),
                meeting.jsonPath().getString("docket[0].id"));
    }

    /** What belongs to a project: each id by the name of its path parameter. */
    private static void controls(Map<String, String> ids) {
        var project = get(PPM, "/v1/projects/" + ids.get("/v1/projects"));
        project = expect(200, verb(PPM, project, "assign-ppm", "{\"person\": \"%s\"}".formatted(PPM_2.subject())));
        create(PPM_2, hrefOf(project) + "/schedule", ControlsStory.PLAN.formatted(3));
        ids.put("baseline", ProjectStory.id(ControlsStory.approved(project)));
        var july = hrefOf(project) + "/progress/2026-07-31";
        create(PPM_2, july, "{\"achievements\": []}");
        // the figures say green or nothing yet, so that the register has a row
        var report = create(PPM_2, hrefOf(project) + "/status-reports/2026-07-31", ControlsStory.RED);
        if (report.statusCode() == 201) {
            expect(200, verb(PPM_2, report, "publish"));
        }
        ids.put("divergence", first(project, "/divergences"));
        ids.put("plan", first(project, "/response-plans"));
        create(
                PPM,
                "/v1/capacity/DEP-PW/developer/2026-09",
                "{\"owner\": \"%s\", \"fte\": 2}".formatted(PPM.subject()));
        ids.put("department", "DEP-PW");
        ids.put("role", "developer");
        ids.put("month", "2026-09");
        ids.put("allocation", made(PPM_2, hrefOf(project) + "/allocations", ControlsStory.ALLOCATION.formatted(8)));
        ids.put("benefit", made(PPM_2, hrefOf(project) + "/benefits", ControlsStory.BENEFIT.formatted(PPM.subject())));
        ids.put("risk", made(PPM_2, hrefOf(project) + "/risks", ControlsStory.RISK));
        var issue = expect(201, post(PPM_2, hrefOf(project) + "/issues", "{\"title\": \"t\"}"));
        ids.put("issue", ProjectStory.id(issue));
        expect(
                200,
                verb(PPM_2, issue, "add-action", "{\"text\": \"t\", \"owner\": \"%s\"}".formatted(PPM_2.subject())));
        ids.put("action", "1");
        ids.put("end", "2026-07-31");
        ids.put("forecast", made(PPM_2, hrefOf(project) + "/forecasts", "{\"runs\": 1000}"));
        ids.put("request", made(PPM_2, hrefOf(project) + "/change-requests", "{\"title\": \"t\", \"reason\": \"r\"}"));
    }

    private static final String PROJECT = """
        {"title": "FMS Upgrade", "sponsoringDepartment": "DEP-PW"}\
        """;

    private static String first(Response project, String part) {
        return get(PPM_2, hrefOf(project) + part).jsonPath().getString("items[0].id");
    }

    private static String made(Tokens by, String path, String body) {
        return ProjectStory.id(expect(201, post(by, path, body)));
    }

    Map<String, String> pathParameters(Operation operation) {
        var path = operation.path();
        var values = new HashMap<String, String>();
        values.put("id", path.startsWith("/v1/triage-policies") ? policy : initiative);
        ids.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(known -> path.startsWith(known.getKey()))
                .forEach(known -> values.put("id", known.getValue()));
        values.put("board", board);
        values.put("item", item);
        values.put("fiscalYear", "2027");
        values.put("activity", "A1");
        values.put("gate", "G2");
        ids.forEach((name, id) -> {
            if (!name.startsWith("/")) {
                values.put(name, id);
            }
        });
        values.put("kind", "UPGRADE");
        values.put("criterion", "approach-and-procurement");
        values.put("sub", PERSON);
        values.put("number", "V-1001");
        values.put(
                "code",
                path.startsWith("/v1/departments")
                        ? "DEP-PW"
                        : path.startsWith("/v1/calendars") ? "CITY" : "FL-CIP-0412");
        values.put("source", "finance");
        values.put("key", path.startsWith("/v1/vendors") ? "ACME" : "PRJ-00815");
        return values;
    }
}
