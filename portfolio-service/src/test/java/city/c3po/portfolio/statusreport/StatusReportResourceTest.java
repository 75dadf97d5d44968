package city.c3po.portfolio.statusreport;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.FINANCE;
import static city.c3po.portfolio.Http.HEAD;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.PPM_2;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import city.c3po.portfolio.BusinessTime;
import city.c3po.portfolio.Charters;
import city.c3po.portfolio.ControlsStory;
import city.c3po.portfolio.ProjectStory;
import city.c3po.testing.SharesInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SharesInfra(value = "portfolio", consumes = "charter")
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
        var silent = ProjectStory.registered("Never reported", PPM_2);
        assertNull(silent.jsonPath().get("colour"));
        BusinessTime.advanceDays((int) ChronoUnit.DAYS.between(today, last) + 31 + 8);
        Charters.await(
                PPM, hrefOf(project), known -> "STALE".equals(known.jsonPath().getString("colour.reported")));
        var stale = Charters.await(
                        PPM,
                        hrefOf(silent),
                        known -> "STALE".equals(known.jsonPath().getString("colour.reported")))
                .jsonPath();
        assertEquals("STALE", stale.getString("colour.computed"));
        assertEquals(last.toString(), stale.getString("colour.nextDue"));
    }

    @Test
    void hours_benefits_and_vendors_have_colours_of_their_own() {
        create(ADMIN, "/v1/vendors/V-1001", "{\"name\": \"Acme Civic\"}");
        var project = ProjectStory.registered("Measured", PPM_2);
        var today = BusinessTime.today();
        var month = YearMonth.from(today);
        var path = hrefOf(project) + "/status-reports/" + month.atEndOfMonth();
        var first = expect(201, create(PPM_2, path, "{\"summary\": \"We begin\"}"));
        for (var status : first.jsonPath().getList("dimensions", Map.class)) {
            assertNull(status.get("computed"), status::toString);
            assertNotNull(status.get("missing"), status::toString);
        }
        assertEquals("colour-known", refused(422, verb(PPM_2, first, "publish")));

        // a fifth of the hours is missing
        var capacity = expect(201, create(HEAD, "/v1/capacity/DEP-PW/welder/" + month, """
            {"owner": "%s", "fte": 1}""".formatted(HEAD.subject())));
        expect(201, post(PPM_2, hrefOf(project) + "/allocations", """
            {"department": "DEP-PW", "role": "welder", "month": "%s", "hours": %s}""".formatted(
                        month, capacity.jsonPath().getFloat("hours") * 1.25f)));
        // all of it on the first day is as far off as none of it on the last
        var benefit = expect(
                201, post(PPM_2, hrefOf(project) + "/benefits", """
            {"title": "Faster", "measure": "Days until it is done", "unit": "days", "baseline": 20, "target": 5,
             "due": "%s", "owner": "%s"}""".formatted(today.plusDays(100), HEAD.subject())));
        expect(200, verb(HEAD, benefit, "read-off", "{\"day\": \"%s\", \"value\": 5}".formatted(today)));
        // 0.4 times 4,500 of 10,000 that were ordered
        expect(200, post(FINANCE, "/v1/cost-entries/batch", """
            {"source": "finance", "items": [{"nativeKey": "O-%s", "project": "%s", "kind": "ENCUMBRANCE",
             "amount": {"amount": 10000.00}, "postedOn": "2026-07-31"}]}""".formatted(
                        ProjectStory.id(project), ProjectStory.id(project))));
        var unknown = expect(422, post(PPM_2, hrefOf(project) + "/risks", RISK.formatted("V-0000")));
        assertEquals("/vendor", unknown.jsonPath().getString("errors[0].pointer"));
        expect(201, post(PPM_2, hrefOf(project) + "/risks", RISK.formatted("V-1001")));

        var measured = expect(200, put(PPM_2, path, first.header("ETag"), "{\"summary\": \"We begin\"}"))
                .jsonPath();
        assertEquals(
                Arrays.asList(null, null, null, "AMBER", null, "RED", "AMBER"),
                measured.getList("dimensions.computed"));
        assertEquals(0.2f, measured.getFloat("dimensions[3].variance.value"));
        assertEquals(1f, measured.getFloat("dimensions[5].variance.value"));
        assertEquals(0.18f, measured.getFloat("dimensions[6].variance.value"));
        assertEquals(10_000f, measured.getFloat("snapshot.vendors.ordered.amount"));
        assertNull(measured.get("dimensions[6].missing"));
    }

    @Test
    void a_benefit_far_off_its_course_makes_a_special_report_due() {
        var project = ControlsStory.planned("Promised too much");
        ControlsStory.rebaselined(project);
        var today = BusinessTime.today();
        var benefit = expect(201, post(PPM_2, hrefOf(project) + "/benefits", """
            {"title": "Faster", "measure": "Days until it is done", "unit": "days", "baseline": 20, "target": 10,
             "due": "%s", "owner": "%s"}""".formatted(today, HEAD.subject())));
        expect(200, verb(HEAD, benefit, "read-off", "{\"day\": \"%s\", \"value\": 11}".formatted(today)));
        var owed = get(PPM, hrefOf(project)).jsonPath();
        assertEquals(today.plusDays(30).toString(), owed.getString("specialReport.due"));
        assertEquals(
                List.of("The benefit %s is 10 %% or more off its course."
                        .formatted(benefit.jsonPath().getString("number"))),
                owed.getList("specialReport.because"));
    }

    private static final String RISK = """
        {"title": "The vendor is late", "cause": "One crew", "event": "It falls ill", "effect": "Nobody builds",
         "inherent": {"probability": 3, "impact": 4}, "vendor": "%s",
         "cost": {"shape": "PERT", "low": 1000.00, "likely": 4000.00, "high": 10000.00}}\
        """;

    private static final String SAID = "{\"summary\": \"Late\"}";
}
