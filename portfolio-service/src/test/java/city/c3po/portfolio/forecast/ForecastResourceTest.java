package city.c3po.portfolio.forecast;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.PPM_2;
import static city.c3po.portfolio.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.as;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.portfolio.ControlsStory;
import city.c3po.portfolio.ProjectStory;
import city.c3po.testing.SharesInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SharesInfra(value = "portfolio", consumes = "charter")
class ForecastResourceTest {
    private static final String RISK = """
            {"runs": 2000, "seed": 42, "risks": [{"id": "R1", "title": "The data is worse than thought", "probability": 0.5,
             "days": {"shape": "UNIFORM", "low": 5, "high": 5}, "cost": {"shape": "UNIFORM", "low": 1000, "high": 1000},
             "activities": ["A2"]}]}""";

    @BeforeEach
    void referenceData() {
        create(ADMIN, "/v1/departments/DEP-PW", "{\"name\": \"Public Works\"}");
    }

    @Test
    void the_same_schedule_and_seed_give_the_same_answer() {
        var project = ControlsStory.planned("Spread");
        ControlsStory.rebaselined(project);
        var first = expect(201, run(project, RISK)).jsonPath();
        var second = expect(201, run(project, RISK)).jsonPath();
        assertEquals(first.getMap("result"), second.getMap("result"));
        assertEquals("2026-07-15", first.getString("result.deterministicFinish"));
        var p50 = LocalDate.parse(first.getString("result.finish.p50"));
        var p80 = LocalDate.parse(first.getString("result.finish.p80"));
        assertTrue(p50.isAfter(LocalDate.parse("2026-07-15")) && p80.isAfter(p50), p50 + " " + p80);
        assertTrue(first.getFloat("result.baselineFinishProbability") < 0.5f);
        assertEquals(0.5f, first.getFloat("result.risks[0].share"), 0.05f);
        assertEquals(1f, first.getFloat("result.criticality.find { it.activity == 'A1' }.share"));
        assertEquals(42, first.getInt("seed"));
    }

    @Test
    void pictures_show_the_schedule_and_where_it_may_end_and_can_do_nothing_else() {
        var project = ControlsStory.planned("A <picture> & more");
        assertEquals("baseline-in-force", refused(409, get(PPM, hrefOf(project) + "/forecast.svg")));
        ControlsStory.rebaselined(project);
        expect(201, run(project, RISK));
        for (var name : List.of("/schedule.svg", "/forecast.svg")) {
            var picture = expect(200, get(PPM, hrefOf(project) + name));
            assertEquals("image/svg+xml", picture.contentType().split(";")[0]);
            var policy = picture.header("Content-Security-Policy");
            assertTrue(policy.contains("default-src 'none'") && policy.contains("style-src 'unsafe-inline'"), policy);
            var svg = picture.asString();
            assertTrue(svg.contains("role=\"img\"") && svg.contains("<title") && svg.contains("<desc"), svg);
            assertTrue(svg.contains("A &lt;picture&gt; &amp; more") && !svg.contains("<picture>"), svg);
            expect(304, as(PPM).header("If-None-Match", picture.header("ETag")).get(hrefOf(project) + name));
        }
    }

    @Test
    void what_cannot_be_run_is_refused() {
        var project = ControlsStory.planned("Not run");
        assertEquals("runs-within-limits", refused(422, run(project, "{\"runs\": 999}")));
        assertEquals("runs-within-limits", refused(422, run(project, "{\"runs\": 100001}")));
        assertEquals("sound-assumptions", refused(422, run(project, RISK.replace("A2", "Z9"))));
        var order = expect(422, run(project, RISK.replace("\"low\": 5, \"high\": 5", "\"low\": 6, \"high\": 5")));
        assertEquals("sound-risk", order.jsonPath().getString("errors[0].code"));
        assertEquals("ppm-or-office", refused(403, post(SUBMITTER, hrefOf(project) + "/forecasts", "{}")));
        assertEquals("schedule-written", refused(404, run(ProjectStory.registered("Bare", PPM_2), "{}")));
    }

    private static Response run(Response project, String body) {
        return post(PPM_2, hrefOf(project) + "/forecasts", body);
    }
}
