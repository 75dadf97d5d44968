package city.c3po.portfolio.initiative;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.AUDITOR;
import static city.c3po.portfolio.Http.LIBRARIAN;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.PPM_2;
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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.portfolio.BusinessTime;
import city.c3po.portfolio.ProjectStory;
import city.c3po.portfolio.Story;
import city.c3po.testing.Database;
import city.c3po.testing.SharesInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SharesInfra(value = "portfolio", consumes = "charter")
class SplittingResourceTest {
    private static final AtomicInteger PRODUCTS = new AtomicInteger();
    private String part;

    @BeforeEach
    void aProductOfItsOwn() {
        create(ADMIN, "/v1/departments/DEP-PW", "{\"name\": \"Public Works\"}");
        create(ADMIN, "/v1/departments/DEP-LIB", "{\"name\": \"Library\"}");
        part = Story.MINOR.replace(
                "\"start\"", "\"product\": \"Split %d\", \"start\"".formatted(PRODUCTS.incrementAndGet()));
    }

    private Response part(String title, String likely) {
        return Story.submitted(part.replace("90000.00", likely).formatted(title));
    }

    private static String outcome(Response initiative) {
        return initiative.jsonPath().getString("triage.outcome");
    }

    @Test
    void parts_above_the_line_together_wait_for_two_people_and_are_listed() {
        var first = part("Phase 1", "250000.00");
        assertEquals("MINOR", outcome(first));
        assertEquals("MINOR", outcome(part("Phase 2", "250000.00")));
        var third = part("Phase 3", "0.01");
        assertEquals("AGGREGATION_REVIEW", outcome(third));
        assertEquals("SUBMITTED", third.jsonPath().getString("state"));
        var together = expect(200, get(AUDITOR, hrefOf(third) + "/triage")).jsonPath();
        assertEquals(2, together.getList("aggregation.initiatives").size());
        assertEquals(List.of("product"), together.getList("aggregation.initiatives[0].shared"));
        assertEquals("illegal-move", refused(409, verb(PPM, third, "delegate")));
        var down = "{\"outcome\": \"MINOR\", \"reason\": \"Nothing in common\"}";
        assertEquals("never-downward-by-the-department", refused(403, verb(SUBMITTER, third, "override-triage", down)));
        var asked = expect(200, verb(PPM, third, "override-triage", down));
        assertEquals("second-person-confirms", refused(403, verb(PPM, asked, "confirm-override")));
        assertEquals("MINOR", outcome(expect(200, verb(PPM_2, asked, "confirm-override"))));
    }

    @Test
    void the_smallest_parts_count_however_many_they_are() throws SQLException {
        var crumb = part("Crumb", "1000.00");
        try (var connection = Database.current().asApp();
                var copies = connection.prepareStatement("""
                        insert into initiative (id, version, access, number, state, proposal, revision, triage, authors, comments,
                                                created_by, created_at, submitted_at)
                        select gen_random_uuid(), 1, access, 'CRUMB-' || n, state,
                               jsonb_set(proposal, '{cost,oneTime,0,likely,amount}', '1000.00'), 1, triage, authors, comments,
                               created_by, created_at, submitted_at
                        from initiative, generate_series(1, 501) n where id = ?::uuid""")) {
            copies.setString(1, ProjectStory.id(crumb));
            assertEquals(501, copies.executeUpdate());
        }
        var last = part("The last one", "1000.00");
        assertEquals("AGGREGATION_REVIEW", outcome(last));
        var together = expect(200, get(AUDITOR, hrefOf(last) + "/triage")).jsonPath();
        assertEquals(503_000f, together.getFloat("aggregation.total.amount"));
        assertEquals(500, together.getList("aggregation.initiatives").size());
    }

    @Test
    void a_revision_counts_again_and_what_was_withdrawn_or_is_of_others_does_not_count() {
        var first = part("Phase 1", "300000.00");
        var second = part("Phase 2", "200000.00");
        assertEquals("MINOR", outcome(second));
        var grown = expect(
                200,
                patch(
                        SUBMITTER,
                        second,
                        "{\"cost\": {\"oneTime\": [{\"fiscalYear\": 2027, \"likely\": {\"amount\": 200000.01}}]}}"));
        assertEquals("AGGREGATION_REVIEW", outcome(grown));
        expect(200, verb(SUBMITTER, first, "withdraw", "{\"reason\": \"The county does it\"}"));
        assertEquals("MINOR", outcome(expect(200, patch(SUBMITTER, grown, "{\"riskOfNotDoing\": \"None\"}"))));
        var elsewhere = expect(
                200,
                verb(
                        LIBRARIAN,
                        expect(
                                201,
                                post(
                                        LIBRARIAN,
                                        "/v1/initiatives",
                                        part.replace("90000.00", "400000.00")
                                                .replace("DEP-PW", "DEP-LIB")
                                                .formatted("Another department"))),
                        "submit"));
        assertEquals("MINOR", outcome(elsewhere));
    }

    @Test
    void the_day_twelve_months_ago_is_out_and_the_day_after_is_in() throws Exception {
        var old = part("A year ago", "300000.00");
        var today = BusinessTime.today();
        submittedOn(old, today.minusMonths(12));
        var now = part("Today", "300000.00");
        assertEquals("MINOR", outcome(now));
        submittedOn(old, today.minusMonths(12).plusDays(1));
        assertEquals(
                "AGGREGATION_REVIEW", outcome(expect(200, patch(SUBMITTER, now, "{\"riskOfNotDoing\": \"None\"}"))));
    }

    @Test
    void two_parts_that_are_submitted_at_the_same_moment_see_each_other() throws Exception {
        var one = expect(
                201,
                post(
                        SUBMITTER,
                        "/v1/initiatives",
                        part.replace("90000.00", "300000.00").formatted("One")));
        var other = expect(
                201,
                post(
                        SUBMITTER,
                        "/v1/initiatives",
                        part.replace("90000.00", "300000.00").formatted("Other")));
        try (var clients = Executors.newFixedThreadPool(2)) {
            var answers = clients.invokeAll(List.<Callable<Response>>of(
                    () -> verb(SUBMITTER, one, "submit"), () -> verb(SUBMITTER, other, "submit")));
            var outcomes = new TreeSet<String>();
            for (var answer : answers) {
                outcomes.add(outcome(answer.get()));
            }
            assertEquals(new TreeSet<>(Set.of("MINOR", "AGGREGATION_REVIEW")), outcomes);
        }
    }

    @Test
    void a_forecast_that_crosses_the_line_together_with_others_reclassifies_the_project() {
        part("Phase 1", "300000.00");
        var second = expect(200, verb(PPM, part("Phase 2", "150000.00"), "delegate"));
        var converted = expect(
                200, verb(PPM, second, "convert", "{\"projects\": [{\"ppm\": \"%s\"}]}".formatted(PPM.subject())));
        var project = get(PPM, converted.jsonPath().getString("projects[0].href"));
        var forecast = "{\"cost\": {\"amount\": %s}, \"finish\": \"2026-12-31\"}";
        var exact = expect(200, verb(PPM, project, "forecast", forecast.formatted("200000.00")));
        assertNull(exact.jsonPath().get("reclassification"));
        var crossed = expect(200, verb(PPM, exact, "forecast", forecast.formatted("200000.01")));
        assertEquals("STANDARD", crossed.jsonPath().getString("reclassification.to"));
        assertTrue(crossed.jsonPath().getString("reclassification.why[0]").startsWith("Together with INI-"));
    }

    @Test
    void initiatives_that_read_alike_are_suggested_at_submission() {
        var first = Story.submitted(Story.MINOR.formatted("Replacement of the parking permit kiosks"));
        var second = Story.submitted(Story.MINOR.formatted("Replacing the parking permit kiosks"));
        var similar = second.jsonPath().getList("similar.initiative.id", String.class);
        assertEquals(ProjectStory.id(first), similar.getFirst());
        assertTrue(second.jsonPath().getDouble("similar[0].similarity") > 0.5);
        var unlike = Story.submitted(Story.MINOR.formatted("Zoo xylophone quiz"));
        assertFalse(
                unlike.jsonPath().getList("similar.initiative.id", String.class).contains(ProjectStory.id(first)));
    }

    @Test
    void what_reads_alike_is_found_without_reading_the_table() throws SQLException {
        Story.submitted(Story.MINOR.formatted("Benches at the tram stops"));
        try (var connection = Database.current().asApp()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery(
                            "select * from initiatives_like('Benches at tram stops', 'None', uuidv7(), 5)")) {
                assertTrue(found.next());
            }
            try (var statement = connection.createStatement();
                    var scans = statement.executeQuery(
                            "select seq_scan, idx_scan from pg_stat_xact_user_tables where relname = 'initiative'")) {
                assertTrue(scans.next());
                assertEquals(0, scans.getLong(1), "the whole table was read");
                assertEquals(2, scans.getLong(2));
            }
        }
    }

    @Test
    void a_lesson_with_the_same_tag_is_accepted_or_waived_before_it_is_routed() {
        var tag = "kiosks-" + PRODUCTS.incrementAndGet();
        var lesson = expect(201, post(PPM, "/v1/lessons", """
                {"statement": "Kiosks need shade", "cause": "Sun", "recommendedCheck": "Visit at noon", "tags": ["%s"]}""".formatted(tag)));
        var initiative = Story.submitted(part.replace("\"start\"", "\"tags\": [\"%s\"], \"start\"".formatted(tag))
                .formatted("With a lesson"));
        assertEquals(List.of(ProjectStory.id(lesson)), initiative.jsonPath().getList("lessons.lesson.id"));
        assertEquals("lessons-answered", refused(409, verb(PPM, initiative, "delegate")));
        var waived = expect(
                200,
                verb(
                        SUBMITTER,
                        initiative,
                        "answer-lesson",
                        "{\"lesson\": \"%s\", \"answer\": \"WAIVED\", \"reason\": \"They are indoors\"}"
                                .formatted(ProjectStory.id(lesson))));
        expect(200, verb(PPM, waived, "delegate"));
    }

    private static void submittedOn(Response initiative, LocalDate day) throws SQLException {
        try (var connection = Database.current().asApp();
                var update = connection.prepareStatement(
                        "update initiative set submitted_at = (?::date + time '12:00') at time zone 'America/Los_Angeles' where id = ?::uuid")) {
            update.setString(1, day.toString());
            update.setString(2, ProjectStory.id(initiative));
            assertEquals(1, update.executeUpdate());
        }
    }
}
