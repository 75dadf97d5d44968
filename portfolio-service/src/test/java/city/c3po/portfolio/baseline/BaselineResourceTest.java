package city.c3po.portfolio.baseline;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.PPM_2;
import static city.c3po.portfolio.Http.SPONSOR;
import static city.c3po.portfolio.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.portfolio.ControlsStory;
import city.c3po.portfolio.ProjectStory;
import city.c3po.testing.Database;
import city.c3po.testing.SharesInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SharesInfra(value = "portfolio", consumes = "charter")
class BaselineResourceTest {
    @BeforeEach
    void referenceData() {
        create(ADMIN, "/v1/departments/DEP-PW", "{\"name\": \"Public Works\"}");
    }

    @Test
    void baseline_0_is_kept_for_ever_and_every_variance_is_told_against_it() {
        var project = ControlsStory.planned("Kept");
        var first = ControlsStory.rebaselined(project);
        assertEquals(0, first.jsonPath().getInt("ordinal"));
        assertTrue(get(PPM, hrefOf(project)).jsonPath().getBoolean("gates[2].criteria[0].met"));
        var request = ControlsStory.assessed(project, "More", "{\"cost\": {\"amount\": 5000.00}, \"days\": 2}");
        var why = "{\"comment\": \"Yes\", \"decision\": \"DEC-2026-0001\"}";
        expect(200, verb(PPM, request, "approve", why));
        expect(
                200,
                ControlsStory.putSchedule(
                        project, ControlsStory.PLAN.formatted(5).replace("60000.00", "65000.00")));
        var second = ControlsStory.rebaselined(project).jsonPath();
        assertEquals(1, second.getInt("ordinal"));
        assertEquals(List.of(request.jsonPath().getString("number")), second.getList("changes.number"));
        assertEquals("IMPLEMENTED", get(PPM, hrefOf(request)).jsonPath().getString("state"));

        expect(
                200,
                ControlsStory.putSchedule(
                        project, ControlsStory.PLAN.formatted(6).replace("60000.00", "65000.00")));
        var variance =
                expect(200, get(PPM, hrefOf(project) + "/baselines/variance")).jsonPath();
        assertEquals(1, variance.getInt("rebaselines"));
        assertEquals(3, variance.getInt("current.finishDays"));
        assertEquals(5, variance.getInt("original.finishDays"));
        assertEquals(0f, variance.getFloat("current.costMore.amount"));
        assertEquals(5000f, variance.getFloat("original.costMore.amount"));
        assertEquals("Go-live", variance.getString("original.milestones[1].title"));
        var known = get(PPM, hrefOf(project)).jsonPath();
        assertEquals("2026-07-15", known.getString("baseline.original.finish"));
        assertEquals("2026-07-17", known.getString("baseline.current.finish"));
        assertEquals("SUPERSEDED", get(PPM, hrefOf(first)).jsonPath().getString("state"));
    }

    @Test
    void after_baseline_0_nothing_is_approved_that_no_change_allows() {
        var project = ControlsStory.planned("Allowed");
        ControlsStory.rebaselined(project);
        expect(200, ControlsStory.putSchedule(project, ControlsStory.PLAN.formatted(9)));
        var baseline = submitted(project);
        assertEquals("change-approved", refused(409, verb(PPM, baseline, "approve")));
        var request = ControlsStory.assessed(project, "Later", "{\"cost\": {\"amount\": 0}, \"days\": 1}");
        expect(200, verb(PPM, request, "approve", "{\"comment\": \"One day\", \"decision\": \"DEC-2026-0002\"}"));
        assertEquals("within-approved-changes", refused(409, verb(PPM, baseline, "approve")));
        assertEquals("one-draft", refused(409, post(PPM_2, hrefOf(project) + "/baselines", "")));
    }

    @Test
    void nobody_approves_their_own_baseline_and_an_approved_one_is_immutable() throws Exception {
        var project = ControlsStory.planned("Own");
        var baseline = submitted(project);
        assertEquals("another-approves", refused(403, verb(PPM_2, baseline, "approve")));
        assertEquals("sponsor-or-office", refused(403, verb(SUBMITTER, baseline, "approve")));
        var approved = expect(200, verb(PPM, baseline, "approve"));
        assertEquals("illegal-move", refused(409, verb(PPM_2, approved, "refresh")));
        try (var connection = Database.current().asApp();
                var statement = connection.createStatement()) {
            var refused = assertThrows(
                    SQLException.class, () -> statement.executeUpdate("update baseline_item set finish = finish + 1"));
            assertTrue(refused.getMessage().contains("immutable"), refused.getMessage());
        }
    }

    @Test
    void the_sponsors_authority_is_judged_by_all_that_was_approved() {
        var project = ProjectStory.registered("Authority", PPM_2);
        project = expect(200, patch(PPM, project, "{\"sponsor\": \"%s\"}".formatted(SPONSOR.subject())));
        expect(201, create(PPM_2, hrefOf(project) + "/schedule", ControlsStory.PLAN.formatted(3)));
        assertEquals(
                "baseline-first",
                refused(
                        409,
                        post(PPM_2, hrefOf(project) + "/change-requests", "{\"title\": \"x\", \"reason\": \"y\"}")));
        ControlsStory.rebaselined(project);
        var six = "{\"cost\": {\"amount\": 6000.00}, \"days\": 0}";
        var first = ControlsStory.assessed(project, "First", six);
        var second = ControlsStory.assessed(project, "Second", six);
        var yes = "{\"comment\": \"Yes\"}";
        assertEquals("another-decides", refused(403, verb(PPM_2, first, "approve", yes)));
        expect(200, verb(SPONSOR, first, "approve", yes));
        var above = expect(403, verb(SPONSOR, second, "approve", yes)).jsonPath();
        assertEquals("within-authority", above.getString("code"));
        assertEquals(12000f, above.getFloat("cumulative.amount"));
        assertEquals(11000f, above.getFloat("limit.amount"));
        assertEquals("decision-named", refused(422, verb(PPM, second, "approve", yes)));
        expect(200, verb(PPM, second, "approve", "{\"comment\": \"Yes\", \"decision\": \"DEC-2026-0003\"}"));
    }

    @Test
    void a_forecast_far_off_the_baseline_asks_for_a_special_report() {
        var project = ControlsStory.planned("Far off");
        ControlsStory.rebaselined(project);
        var near = forecast(get(PPM_2, hrefOf(project)), 120000);
        assertNull(near.jsonPath().get("specialReport"));
        var far = forecast(near, 121000);
        assertNotNull(far.jsonPath().get("specialReport.due"));
        var filed = expect(200, verb(PPM_2, far, "file-special-report", "{\"text\": \"Steel is dear\"}"));
        assertEquals(
                "special-report-owed", refused(409, verb(PPM_2, filed, "file-special-report", "{\"text\": \"x\"}")));
    }

    private static Response forecast(Response project, int cost) {
        return expect(200, verb(PPM_2, project, "forecast", """
            {"cost": {"amount": %d}, "finish": "2026-07-15"}\
            """.formatted(cost)));
    }

    private static Response submitted(Response project) {
        var baseline = expect(201, post(PPM_2, hrefOf(project) + "/baselines", ""));
        return expect(200, verb(PPM_2, baseline, "submit", "{\"comment\": \"As agreed\"}"));
    }
}
