package city.c3po.portfolio.risk;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.AUDITOR;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.PPM_2;
import static city.c3po.portfolio.Http.SPONSOR;
import static city.c3po.testing.http.Requests.as;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.portfolio.BusinessTime;
import city.c3po.portfolio.ControlsStory;
import city.c3po.testing.SharesInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SharesInfra(value = "portfolio", consumes = "charter")
class RiskResourceTest {
    private static final String RISK = """
        {"title": "The data is worse than thought", "cause": "Nobody owns the data", "event": "The migration finds errors",
         "effect": "Building takes longer", "inherent": {"probability": 4, "impact": 4}, "probability": 0.5,
         "days": {"shape": "UNIFORM", "low": 5, "high": 5}, "cost": {"shape": "UNIFORM", "low": 1000, "high": 1000},
         "activities": ["A2"]}\
        """;

    @BeforeEach
    void referenceData() {
        create(ADMIN, "/v1/departments/DEP-PW", "{\"name\": \"Public Works\"}");
    }

    @Test
    void open_risks_drive_the_forecast_and_say_what_to_set_aside() {
        var project = ControlsStory.planned("Risky");
        ControlsStory.rebaselined(project);
        assertNull(get(PPM, hrefOf(project) + "/contingency").jsonPath().get("need"));
        var risk = expect(201, post(PPM_2, hrefOf(project) + "/risks", RISK)).jsonPath();
        assertEquals("CRITICAL", risk.getString("current.band"));
        var run = "{\"runs\": 2000, \"seed\": 42%s}";
        var without = expect(201, post(PPM_2, hrefOf(project) + "/forecasts", run.formatted(", \"risks\": []")));
        assertEquals(List.of(), without.jsonPath().getList("risks"));
        var with = expect(201, post(PPM_2, hrefOf(project) + "/forecasts", run.formatted("")))
                .jsonPath();
        assertEquals(List.of(risk.getString("number")), with.getList("risks.id"));
        assertTrue(
                with.getString("result.finish.p80").compareTo(without.jsonPath().getString("result.finish.p80")) > 0);
        var aside = get(PPM, hrefOf(project) + "/contingency").jsonPath();
        assertEquals(with.getString("href"), aside.getString("forecast"));
        assertEquals(with.getFloat("result.contingency.amount"), aside.getFloat("need.amount"));
        assertEquals(500f, aside.getFloat("expected.amount"));
        assertEquals(1, aside.getInt("aboveAppetite"));
    }

    @Test
    void an_overdue_review_is_flagged_and_its_etag_changes() {
        var project = ControlsStory.planned("Watched");
        var risk = expect(201, post(PPM_2, hrefOf(project) + "/risks", RISK));
        assertEquals(false, risk.jsonPath().getBoolean("reviewOverdue"));
        var overdue = hrefOf(project) + "/risks?overdue=true";
        assertEquals(List.of(), get(PPM, overdue).jsonPath().getList("items"));
        BusinessTime.advanceDays(15);
        expect(200, as(PPM_2).header("If-None-Match", risk.header("ETag")).get(hrefOf(risk)));
        var late = get(PPM_2, hrefOf(risk));
        assertEquals(true, late.jsonPath().getBoolean("reviewOverdue"));
        assertEquals(1, get(PPM, overdue).jsonPath().getList("items").size());
        var reviewed = expect(200, verb(PPM_2, late, "review", """
            {"rating": {"probability": 2, "impact": 2}, "comment": "The owner was found"}\
            """));
        assertEquals(false, reviewed.jsonPath().getBoolean("reviewOverdue"));
        assertEquals("CRITICAL", reviewed.jsonPath().getString("inherent.band"));
    }

    @Test
    void risk_issue_and_change_name_each_other() {
        var project = ControlsStory.planned("Linked");
        ControlsStory.rebaselined(project);
        var risk = expect(201, post(PPM_2, hrefOf(project) + "/risks", RISK));
        var occurred = expect(200, verb(PPM_2, risk, "occur", "{\"title\": \"The data is bad\"}"));
        var issue = get(PPM_2, occurred.jsonPath().getString("issue.href"));
        assertEquals(risk.jsonPath().getString("number"), issue.jsonPath().getString("risk.number"));
        var asked = expect(
                200, verb(PPM_2, issue, "request-change", "{\"title\": \"Clean first\", \"reason\": \"It is bad\"}"));
        var change = get(PPM_2, asked.jsonPath().getString("changes[0].href"));
        assertEquals(issue.jsonPath().getString("number"), change.jsonPath().getString("issue.number"));
        assertEquals("illegal-move", refused(409, verb(PPM_2, occurred, "occur", "{\"title\": \"Again\"}")));
        assertEquals(
                1,
                get(PPM_2, hrefOf(project) + "/issues")
                        .jsonPath()
                        .getList("items")
                        .size());
    }

    @Test
    void what_cannot_be_a_risk_is_refused() {
        var project = ControlsStory.planned("No risk");
        project = expect(
                200, patch(PPM, get(PPM, hrefOf(project)), "{\"sponsor\": \"%s\"}".formatted(SPONSOR.subject())));
        var path = hrefOf(project) + "/risks";
        refused(422, post(PPM_2, path, RISK.replace("\"impact\": 4", "\"impact\": 6")));
        assertEquals("involved-identifies", refused(403, post(AUDITOR, path, RISK)));
        var backwards = expect(422, post(PPM_2, path, RISK.replace("\"low\": 5", "\"low\": 6")));
        assertEquals("quantified-soundly", backwards.jsonPath().getString("errors[0].code"));
        var risk = expect(201, post(PPM_2, path, RISK));
        assertEquals(
                "sponsor-accepts",
                refused(403, verb(PPM_2, risk, "respond", "{\"strategy\": \"ACCEPT\", \"plan\": \"So be it\"}")));
        expect(200, verb(SPONSOR, risk, "respond", "{\"strategy\": \"ACCEPT\", \"plan\": \"So be it\"}"));
    }
}
