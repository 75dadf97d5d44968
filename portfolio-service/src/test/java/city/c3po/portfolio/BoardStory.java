package city.c3po.portfolio;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.ASSESSOR_1;
import static city.c3po.portfolio.Http.ASSESSOR_2;
import static city.c3po.portfolio.Http.ASSESSOR_3;
import static city.c3po.portfolio.Http.AUDITOR;
import static city.c3po.portfolio.Http.CHAIR;
import static city.c3po.portfolio.Http.MEMBER_1;
import static city.c3po.portfolio.Http.MEMBER_2;
import static city.c3po.portfolio.Http.MEMBER_3;
import static city.c3po.portfolio.Http.MEMBER_4;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.PPM_2;
import static city.c3po.portfolio.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.testing.Tokens;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Major initiatives are aligned, marked, scored, docketed, decided and ranked. */
public final class BoardStory {
    private static final String MAJOR = """
            {"title": "%s", "sponsoringDepartment": "DEP-PW", "affectedDepartments": [],
             "why": {"problem": "%s is slow and breaks", "measure": "Days to answer", "goals": []},
             "cost": {"oneTime": [{"fiscalYear": 2027, "likely": {"amount": 900000.00}}], "operations": []},
             "start": "2026-07-01", "finish": "2026-12-31", "tags": ["migration"], "kind": "UPGRADE",
             "profile": {"publicFacing": false, "personalCriminalOrHealthData": false, "surveillanceOrAi": false,
                         "electedOfficialInterest": false, "legalMandate": %s, "safety": false, "labour": false,
                         "media": false, "flaggedSensitive": false}}""";

    private BoardStory() {}

    static void tell() {
        var goal = expect(201, post(ADMIN, "/v1/goals", """
                {"title": "Smart city", "measures": [{"what": "Requests answered", "target": "90 % within 5 days"}]}"""));
        goal = expect(200, patch(ADMIN, goal, "{\"statement\": \"Services that residents like to use\"}"));
        var lesson = expect(201, post(PPM, "/v1/lessons", """
                {"statement": "Data migration took twice as long as the software", "cause": "Nobody knew the data",
                 "recommendedCheck": "Profile the data before the contract", "tags": ["migration"]}"""));
        lesson = expect(200, patch(PPM, lesson, "{\"cause\": \"Nobody had looked at the data\"}"));
        model();
        var board = board();
        var approved = scored("Radio system", false, goal, lesson);
        var deferred = scored("Fleet management", false, goal, lesson);
        parts();
        var meeting = meeting(board, approved, deferred);
        ranking(board, approved, deferred);
        var converted = expect(200, verb(PPM, get(PPM, hrefOf(approved)), "convert", "{}"));
        assertEquals("CONVERTED", converted.jsonPath().getString("state"));
        expect(200, verb(PPM, lesson, "retire", "{\"reason\": \"We have a tool for it\"}"));
        expect(200, verb(ADMIN, goal, "retire", "{\"reason\": \"The council has a new strategy\"}"));
        reads(board, meeting, goal, lesson);
    }

    /** A model, its successor, and a third in its place. */
    static void model() {
        var first = expect(201, post(PPM, "/v1/scoring-models", modelText("Value")));
        first = expect(200, patch(PPM, first, "{\"title\": \"Value and readiness\"}"));
        expect(200, verb(PPM_2, first, "adopt"));
        var second = expect(201, post(PPM, "/v1/scoring-models", modelText("Value and readiness, revised")));
        expect(200, verb(PPM_2, second, "adopt"));
    }

    static String modelText(String title) {
        var anchors = "[\"none\", \"little\", \"some\", \"good\", \"much\", \"most\"]";
        return """
                {"title": "%s", "criteria": [
                  {"code": "value", "question": "How much do residents gain?", "weight": 60, "anchors": %s},
                  {"code": "readiness", "question": "How ready are we?", "weight": 40, "anchors": %s}]}""".formatted(title, anchors, anchors);
    }

    /** Five seats, held by the chair and four members. */
    public static Response board() {
        var board = expect(201, post(PPM, "/v1/boards", "{\"title\": \"Planning Board\", \"seats\": 5}"));
        board = expect(200, patch(PPM, board, "{\"title\": \"Procurement Planning Board\"}"));
        int seat = 1;
        for (var member : List.of(CHAIR, MEMBER_1, MEMBER_2, MEMBER_3, MEMBER_4)) {
            board = expect(
                    200,
                    verb(
                            PPM,
                            board,
                            "seat-member",
                            "{\"seat\": %d, \"person\": \"%s\", \"from\": \"2020-01-01\"}"
                                    .formatted(seat++, member.subject())));
        }
        var last = BusinessTime.today();
        board = expect(
                200, verb(PPM, board, "end-term", "{\"seat\": 5, \"until\": \"%s\"}".formatted(last.minusDays(1))));
        return expect(
                200,
                verb(
                        PPM,
                        board,
                        "seat-member",
                        "{\"seat\": 5, \"person\": \"%s\", \"from\": \"%s\"}".formatted(MEMBER_4.subject(), last)));
    }

    /** Submitted, its lesson answered, reviewed, marked by three and scored. */
    public static Response scored(String title, boolean legalMandate, Response goal, @Nullable Response lesson) {
        var initiative = reviewed(title, legalMandate, lesson);
        initiative = expect(
                200,
                verb(
                        PPM,
                        initiative,
                        "align",
                        "{\"goal\": \"%s\", \"level\": 2, \"sentence\": \"It answers faster\"}"
                                .formatted(ProjectStory.id(goal))));
        int mark = 3;
        for (var assessor : List.of(ASSESSOR_1, ASSESSOR_2, ASSESSOR_3)) {
            expect(201, post(assessor, hrefOf(initiative) + "/assessments", marks(mark++, 4)));
        }
        var own = expect(
                200,
                get(
                        ASSESSOR_1,
                        "/v1/assessments?initiative=" + ProjectStory.id(initiative) + "&assessor="
                                + ASSESSOR_1.subject()));
        var first = expect(200, get(ASSESSOR_1, own.jsonPath().getString("items[0].href")));
        expect(200, patch(ASSESSOR_1, first, marks(2, 4)));
        return expect(200, verb(PPM, initiative, "score"));
    }

    public static Response reviewed(String title, boolean legalMandate, @Nullable Response lesson) {
        var initiative = Story.submitted(MAJOR.formatted(title, title, legalMandate));
        initiative =
                expect(200, verb(PPM, initiative, "assign-ppm", "{\"person\": \"%s\"}".formatted(PPM_2.subject())));
        for (var waiting : initiative.jsonPath().getList("lessons.lesson.id", String.class)) {
            initiative = expect(
                    200,
                    verb(
                            SUBMITTER,
                            initiative,
                            "answer-lesson",
                            "{\"lesson\": \"%s\", \"answer\": \"ACCEPTED\", \"reason\": \"We profile it\"}"
                                    .formatted(waiting)));
        }
        return expect(200, verb(PPM, initiative, "start-review"));
    }

    public static String marks(int value, int readiness) {
        return """
                {"marks": [{"criterion": "value", "mark": %d, "comment": "Compared with last year"},
                           {"criterion": "readiness", "mark": %d}]}""".formatted(value, readiness);
    }

    /** Two small ones for the same vendor, together above the line. */
    private static void parts() {
        var part =
                Story.MINOR.replace("90000.00", "300000.00").replace("\"start\"", "\"vendor\": \"V-1001\", \"start\"");
        Story.submitted(part.formatted("Cameras, phase 1"));
        var second = Story.submitted(part.formatted("Cameras, phase 2"));
        assertEquals("AGGREGATION_REVIEW", second.jsonPath().getString("triage.outcome"));
    }

    private static Response meeting(Response board, Response approved, Response deferred) {
        var today = BusinessTime.today();
        var meeting = noticed(board);
        meeting = expect(200, verb(CHAIR, meeting, "docket", item(approved)));
        meeting = expect(200, verb(PPM, meeting, "docket", item(deferred)));
        meeting = expect(200, verb(CHAIR, meeting, "open"));
        for (var member : List.of(CHAIR, MEMBER_1, MEMBER_2, MEMBER_3, MEMBER_4)) {
            meeting = expect(200, verb(member, meeting, "attend"));
        }
        meeting = item(MEMBER_4, meeting, 0, "recuse", "{\"reason\": \"My sister works there\"}");
        meeting = item(CHAIR, meeting, 0, "move", "{\"outcome\": \"APPROVED\", \"reason\": \"Too early\"}");
        meeting = item(CHAIR, meeting, 0, "vote", "{\"choice\": \"NO\"}");
        meeting = item(CHAIR, meeting, 0, "close-vote", null);
        meeting = decided(meeting, 0, """
                {"outcome": "CONDITIONALLY_APPROVED", "reason": "It saves lives",
                 "conditions": [{"text": "A privacy impact assessment is done", "gate": "G4"}]}""");
        meeting = decided(
                meeting,
                1,
                "{\"outcome\": \"DEFERRED\", \"until\": \"%s\", \"reason\": \"After the budget\"}"
                        .formatted(today.plusDays(10)));
        // what was decided may be decided anew
        meeting = expect(200, verb(CHAIR, meeting, "docket", item(approved)));
        meeting = decided(meeting, 2, "{\"outcome\": \"APPROVED\", \"reason\": \"The assessment is done\"}");
        meeting = expect(200, verb(CHAIR, meeting, "docket", item(approved)));
        meeting = item(CHAIR, meeting, 3, "remove", "{\"reason\": \"Docketed by mistake\"}");
        meeting = expect(200, verb(MEMBER_4, meeting, "leave"));
        meeting = expect(200, verb(CHAIR, meeting, "adjourn"));
        return expect(200, verb(MEMBER_1, meeting, "approve-minutes", "{\"minutes\": \"As on the docket.\"}"));
    }

    public static Response noticed(Response board) {
        return expect(
                201,
                post(
                        PPM,
                        hrefOf(board) + "/meetings",
                        "{\"day\": \"%s\", \"place\": \"City Hall, room 1446\"}".formatted(BusinessTime.today())));
    }

    public static String item(Response initiative) {
        return "{\"initiative\": \"%s\"}".formatted(ProjectStory.id(initiative));
    }

    /** Moved and carried by all who may vote. */
    public static Response decided(Response meeting, int n, String motion) {
        var seen = item(CHAIR, meeting, n, "move", motion);
        for (var member : List.of(CHAIR, MEMBER_1, MEMBER_2, MEMBER_3)) {
            seen = item(member, seen, n, "vote", "{\"choice\": \"YES\"}");
        }
        return item(CHAIR, seen, n, "close-vote", null);
    }

    public static Response item(Tokens by, Response meeting, int n, String verb, @Nullable String body) {
        return expect(200, itemTried(by, meeting, n, verb, body));
    }

    public static Response itemTried(Tokens by, Response meeting, int n, String verb, @Nullable String body) {
        var path = "docket/" + meeting.jsonPath().getString("docket[" + n + "].id") + "/" + verb;
        return body == null ? verb(by, meeting, path) : verb(by, meeting, path, body);
    }

    private static void ranking(Response board, Response first, Response second) {
        var path = hrefOf(board) + "/rankings/2027";
        var places = "{\"places\": [{\"rank\": 1, \"initiative\": \"%s\"}, {\"rank\": 2, \"initiative\": \"%s\"}]}";
        var ranked =
                expect(201, create(CHAIR, path, places.formatted(ProjectStory.id(first), ProjectStory.id(second))));
        expect(200, get(AUDITOR, path));
        expect(200, put(CHAIR, path, ranked.header("ETag"), """
                        {"places": [{"rank": 1, "initiative": "%s", "reason": "The fleet is old"},
                                    {"rank": 2, "initiative": "%s", "reason": "The fleet is older"}]}""".formatted(
                        ProjectStory.id(second), ProjectStory.id(first))));
    }

    private static void reads(Response board, Response meeting, Response... others) {
        var decision = get(AUDITOR, hrefOf(board) + "/decisions").jsonPath().getString("items[0].href");
        var paths = new ArrayList<String>(
                List.of(hrefOf(board), hrefOf(meeting), decision, hrefOf(board) + "/rankings/2027"));
        for (var other : others) {
            paths.add(hrefOf(other));
        }
        for (var path : paths) {
            for (var part : new String[] {"", "/history", "/history/verify"}) {
                expect(200, get(AUDITOR, path + part));
            }
        }
        for (var path : new String[] {
            "/v1/boards",
            "/v1/goals",
            "/v1/lessons?tag=migration",
            "/v1/scoring-models",
            "/v1/assessments",
            hrefOf(board) + "/meetings",
            hrefOf(board) + "/rankings"
        }) {
            expect(200, get(AUDITOR, path));
        }
    }
}
