package city.c3po.audit.control;

import static city.c3po.audit.Http.BOARD;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.audit.City;
import city.c3po.audit.TheServers;
import city.c3po.audit.known.CityDays;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each question, asked of what the other services really tell: met, missed, and not asked at all. */
@QuarkusTest
@WithTestResource(TheServers.class)
class MeasuringTest {
    @Inject
    Measuring measuring;

    @Inject
    CityDays days;

    private TheOthers others;

    @BeforeEach
    void aProject() {
        others = new TheOthers(days);
    }

    /** What is found of this test's records: a part and what it lacks. */
    private Map<String, Optional<String>> found(Instant at) {
        measuring.look(at);
        var found = new HashMap<String, Optional<String>>();
        for (var key : List.of(
                "policy",
                "stakeholders",
                "approach",
                "governance",
                "liaisons",
                "engagement",
                "knowledge",
                "key-staff",
                "reporting")) {
            List<Map<String, Object>> items = expect(200, get(BOARD, "/v1/controls/" + key + "/subjects?limit=500"))
                    .jsonPath()
                    .getList("items");
            for (var item : items) {
                var subject = (Map<?, ?>) item.get("subject");
                if (String.valueOf(subject.get("id")).endsWith(others.tag)) {
                    found.put((String) item.get("part"), Optional.ofNullable((String) item.get("reason")));
                }
            }
        }
        return found;
    }

    private static final Optional<String> MET = Optional.empty();

    @Test
    void a_complete_charter_meets_what_its_template_asks_and_a_bare_one_lacks_it() {
        others.charter("DRAFT", true, 0);
        assertEquals(Map.of(), found(days.now()), "a draft is asked nothing");
        others.charter("COMMITTED", false, 0);
        assertEquals(
                Map.of(
                        "STAKEHOLDERS_COVERED",
                        Optional.of("no COUNCIL, EXECUTIVE, MANAGEMENT, OPERATIONAL, TECHNICAL, LABOUR, VENDOR"),
                        "GOVERNANCE_AND_STAFFING",
                        Optional.of(
                                "no bodies with chair and cadence, no one accountable for each decision, no tolerances, no escalation, no staffing"),
                        "LIAISON_CURRENT",
                        Optional.of("DEP-PW has no liaison")),
                found(days.now()),
                "until the template is told, what the tier needs");
        others.template();
        assertEquals(Optional.of("no PROJECT_PLAN"), found(days.now()).get("DOCUMENTS_REGISTERED"));
        others.document("PROJECT_PLAN", false);
        others.charter("COMMITTED", true, 1);
        assertEquals(
                Map.of(
                        "STAKEHOLDERS_COVERED",
                        MET,
                        "GOVERNANCE_AND_STAFFING",
                        MET,
                        "LIAISON_CURRENT",
                        MET,
                        "DOCUMENTS_REGISTERED",
                        MET),
                found(days.now()));
        others.document("PROJECT_PLAN", true);
        assertEquals(Optional.of("no PROJECT_PLAN"), found(days.now()).get("DOCUMENTS_REGISTERED"));
        assertEquals(
                Optional.of("DEP-PW has no liaison"),
                found(days.now().plus(10, ChronoUnit.DAYS)).get("LIAISON_CURRENT"),
                "nobody told anything: its day came");
        others.charter("CLOSED", true, 1);
        assertEquals(Map.of(), found(days.now()));
    }

    @Test
    void projects_and_initiatives_whatever_comes_first() {
        var today = days.today();
        others.engagement(today.minusDays(10), today.minusDays(5), "ACTIVE");
        others.charter("COMMITTED", true, 0);
        assertNull(found(days.now()).get("APPROACH_BEFORE_SOLICITATION"), "nobody has told of the project yet");
        others.initiative("MAJOR", "CONVERTED", "null");
        others.project("PROCURING");
        var first = found(days.now());
        assertEquals(MET, first.get("APPROACH_BEFORE_SOLICITATION"));
        assertEquals(Optional.of("not ranked"), first.get("PROCUREMENT_RANKED"));
        assertEquals(Optional.of("no PPM"), first.get("MAJOR_ACCOMPANIED"));
        assertEquals(MET, first.get("KEY_POSITION_FILLED"));
        assertNull(first.get("LESSONS_RECORDED"));
        others.ranking();
        others.initiative("MAJOR", "CONVERTED", "\"ppm\"");
        var second = found(days.now());
        assertEquals(MET, second.get("PROCUREMENT_RANKED"));
        assertEquals(Optional.of("no session held"), second.get("MAJOR_ACCOMPANIED"));
        others.charter("COMMITTED", true, 1);
        others.engagement(today.minusDays(40), today.minusDays(5), "RELEASED");
        others.project("CLOSED");
        var third = found(days.now());
        assertEquals(MET, third.get("MAJOR_ACCOMPANIED"));
        assertTrue(third.get("APPROACH_BEFORE_SOLICITATION").orElse("").startsWith("decided on"));
        assertEquals(Optional.of("lead: nobody active"), third.get("KEY_POSITION_FILLED"));
        assertEquals(Optional.of("no lesson"), third.get("LESSONS_RECORDED"));
        others.lesson("RECORDED");
        assertEquals(MET, found(days.now()).get("LESSONS_RECORDED"));
        others.lesson("RETIRED");
        others.initiative("MINOR", "CONVERTED", "\"ppm\"");
        assertEquals(Optional.of("no lesson"), found(days.now()).get("LESSONS_RECORDED"));
        assertNull(found(days.now()).get("MAJOR_ACCOMPANIED"));
    }

    @Test
    void an_engagement_is_evaluated_from_its_twelfth_month_on() {
        var now = days.now();
        others.engagement(days.today().minusDays(400), days.today().minusDays(300), "APPROVED");
        assertNull(found(days.now()).get("ENGAGEMENT_EVALUATED"));
        assertEquals(
                Optional.of("never evaluated"),
                found(now.plus(100, ChronoUnit.DAYS)).get("ENGAGEMENT_EVALUATED"));
        others.evaluation(now.minus(10, ChronoUnit.DAYS).toString());
        assertEquals(MET, found(days.now()).get("ENGAGEMENT_EVALUATED"));
        assertTrue(found(now.plus(400, ChronoUnit.DAYS))
                .get("ENGAGEMENT_EVALUATED")
                .orElse("")
                .startsWith("last evaluated on"));
    }

    @Test
    void a_cycle_is_on_time_late_or_not_asked_and_old_data_is_old() {
        var now = days.now();
        var due = now.plus(2, ChronoUnit.DAYS).toString();
        var cutOff = now.minus(3, ChronoUnit.DAYS).toString();
        others.report("IN_REVIEW", due, "null", cutOff);
        assertNull(found(days.now()).get("REPORT_ON_TIME"));
        assertEquals(
                Optional.of("not published"),
                found(now.plus(3, ChronoUnit.DAYS)).get("REPORT_ON_TIME"));
        others.report("PUBLISHED", due, "\"" + now.plus(1, ChronoUnit.DAYS) + "\"", cutOff);
        assertEquals(MET, found(days.now()).get("REPORT_ON_TIME"));
        others.report("PUBLISHED", due, "\"" + now.plus(4, ChronoUnit.DAYS) + "\"", cutOff);
        assertTrue(found(days.now()).get("REPORT_ON_TIME").orElse("").startsWith("published on"));
        assertNull(found(now.plus(400, ChronoUnit.DAYS)).get("REPORT_ON_TIME"), "a year is over");
        assertEquals(
                1, City.count("select count(*) from control_subject where part = 'DASHBOARD_FRESH' and share = 0"));
        measuring.look(days.now());
        others.report("CANCELLED", due, "null", cutOff);
        assertNull(found(days.now()).get("REPORT_ON_TIME"));
    }

    @Test
    void only_the_technology_policy_in_force_is_asked_and_an_unknown_index_is_no_zero() {
        var acknowledged = "select count(*) from control_subject where root_id = 'y-" + others.tag + "'";
        others.policy("travel", "ADOPTED", "null");
        measuring.look(days.now());
        assertEquals(0, City.count(acknowledged));
        others.policy("technology-management", "ADOPTED", "\"2026-01-05T17:00:00Z\"");
        measuring.look(days.now());
        assertEquals(2, City.count(acknowledged));
        assertEquals(1, City.count(acknowledged + " and share = 1"));
        others.policy("technology-management", "SUPERSEDED", "null");
        others.quality("0.8125");
        measuring.look(days.now());
        assertEquals(0, City.count(acknowledged));
        var inventory = expect(200, get(BOARD, "/v1/controls/inventory")).jsonPath();
        assertEquals(0.8125f, inventory.getFloat("value.value"));
        others.quality("null");
        measuring.look(days.now());
        var unknown = expect(200, get(BOARD, "/v1/controls/inventory")).jsonPath();
        assertNull(unknown.get("value.value"));
        assertEquals("division-by-zero", unknown.getString("value.reason"));
    }

    /** What is told twice, or out of order, changes no sum; what is judged anew is what was judged before. */
    @Test
    void sums_are_those_of_the_subjects_however_often_they_are_judged() {
        others.template();
        others.charter("COMMITTED", true, 1);
        measuring.look(days.now());
        var version =
                expect(200, get(BOARD, "/v1/controls/stakeholders")).jsonPath().getInt("version");
        others.charter("COMMITTED", true, 1);
        City.tell("charter", "charter", "edited", others.charter, 1, "{\"state\": \"CLOSED\"}");
        others.document("CONTRACT", false);
        measuring.look(days.now());
        assertEquals(
                version,
                expect(200, get(BOARD, "/v1/controls/stakeholders")).jsonPath().getInt("version"),
                "the measure did not change, so nothing is told");
        assertEquals(
                0,
                City.count(
                        "select count(*) from control_tally t left join (select part, sum(share) as share, count(*) as n"
                                + " from control_subject group by part) s using (part)"
                                + " where (t.numerator, t.denominator) is distinct from (coalesce(s.share, 0), coalesce(s.n, 0))"));
    }
}
