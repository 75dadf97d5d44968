package city.c3po.portfolio.statusreport;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.PPM_2;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import city.c3po.portfolio.BusinessTime;
import city.c3po.portfolio.Charters;
import city.c3po.portfolio.ControlsStory;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "portfolio", consumes = "charter")
class StatusReportResourceTest {
    @BeforeEach
    void referenceData() {
        create(ADMIN, "/v1/departments/DEP-PW", "{\"name\": \"Public Works\"}");
    }

    @Test
    void a_report_is_frozen_and_what_differs_stays_on_the_register() {
        var project = ControlsStory.planned("Reported");
        ControlsStory.rebaselined(project);
        expect(200, ControlsStory.putSchedule(project, ControlsStory.PLAN.formatted(4)));
        // an older one would fade at once
        var end = YearMonth.from(BusinessTime.today()).atEndOfMonth();
        var path = hrefOf(project) + "/status-reports/" + end;
        var noReason = expect(422, create(PPM_2, path, "{\"summary\": \"Fine\", \"reported\": \"GREEN\"}"));
        assertEquals("reason-for-divergence", noReason.jsonPath().getString("errors[0].code"));
        var draft = expect(201, create(PPM_2, path, """
            {"summary": "Fine", "reported": "GREEN", "reason": "We catch up next week"}\
            """));
        // one day of the ten from 6 to 15 July, both counted
        assertEquals(0.1f, draft.jsonPath().getFloat("snapshot.current.finishShare.value"));
        var published = expect(200, verb(PPM_2, draft, "publish"));
        assertEquals("AMBER", published.jsonPath().getString("computed"));
        assertEquals("AMBER", published.jsonPath().getString("dimensions[1].computed"));
        assertEquals("GREEN", published.jsonPath().getString("dimensions[2].reported"));
        assertNull(published.jsonPath().get("dimensions[6].reported"));
        assertEquals("illegal-move", refused(409, put(PPM_2, path, published.header("ETag"), "{\"summary\": \"x\"}")));
        var known = get(PPM, hrefOf(project)).jsonPath();
        assertEquals("GREEN", known.getString("colour.reported"));
        assertEquals("AMBER", known.getString("colour.computed"));
        assertEquals(end.toString(), known.getString("colour.asOf"));
        var open = get(PPM, hrefOf(project) + "/divergences?state=OPEN").jsonPath();
        assertEquals(1, open.getList("items").size());
        var divergence = get(PPM, open.getString("items[0].href"));
        assertEquals(
                "explained-by-another", refused(403, verb(PPM_2, divergence, "explain", "{\"comment\": \"It is\"}")));
        expect(200, verb(PPM, divergence, "explain", "{\"comment\": \"The vendor adds a crew\"}"));
        assertEquals(
                List.of(),
                get(PPM, hrefOf(project) + "/divergences?state=OPEN").jsonPath().getList("items"));
    }

    @Test
    void a_report_that_does_not_come_takes_the_colour_away_and_red_needs_a_plan() {
        var project = ControlsStory.planned("Red");
        ControlsStory.rebaselined(project);
        expect(200, ControlsStory.putSchedule(project, ControlsStory.PLAN.formatted(9)));
        var today = BusinessTime.today();
        var last = YearMonth.from(today).atEndOfMonth();
        var path = hrefOf(project) + "/status-reports/" + last;
        assertEquals(
                "end-of-period",
                refused(422, create(PPM_2, hrefOf(project) + "/status-reports/" + last.minusDays(1), SAID)));
        assertEquals(
                "end-of-period",
                refused(
                        422,
                        create(
                                PPM_2,
                                hrefOf(project) + "/status-reports/"
                                        + YearMonth.from(today).plusMonths(1).atEndOfMonth(),
                                SAID)));
        var draft = expect(201, create(PPM_2, path, SAID));
        assertEquals(
                "reported-in-order", refused(409, create(PPM_2, hrefOf(project) + "/status-reports/2026-08-31", SAID)));
        assertEquals("red-has-plan", refused(422, verb(PPM_2, draft, "publish")));
        draft = expect(200, put(PPM_2, path, draft.header("ETag"), """
            {"summary": "Late", "responsePlan": {"owner": "%s", "start": "2026-08-01", "due": "2026-09-30",
             "exitCriteria": ["Finish within 10 %% of the baseline"]}}\
            """.formatted(PPM_2.subject())));
        expect(200, verb(PPM_2, draft, "publish"));
        var plans = get(PPM, hrefOf(project) + "/response-plans?state=OPEN").jsonPath();
        assertEquals(PPM_2.subject(), plans.getString("items[0].owner"));
        BusinessTime.advanceDays((int) ChronoUnit.DAYS.between(today, last) + 31 + 8);
        Charters.await(
                PPM, hrefOf(project), known -> "STALE".equals(known.jsonPath().getString("colour.reported")));
    }

    private static final String SAID = "{\"summary\": \"Late\"}";
}
