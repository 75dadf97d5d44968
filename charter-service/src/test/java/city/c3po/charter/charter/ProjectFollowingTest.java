package city.c3po.charter.charter;

import static city.c3po.charter.Charters.again;
import static city.c3po.charter.Http.PPM;
import static city.c3po.charter.Http.PPM_2;
import static city.c3po.charter.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.charter.Charters;
import city.c3po.charter.Contents;
import city.c3po.charter.Http;
import city.c3po.charter.Portfolio;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What portfolio says later reaches the charters that rest on it. */
@QuarkusTest
@WithInfra(value = "charter", consumes = "portfolio")
class ProjectFollowingTest {
    @Test
    void a_department_that_joins_brings_a_seat_and_asks_for_an_it_liaison() {
        var inReview = Charters.major(Contents.full("DEP-PW", "DEP-LIB"));
        assertEquals(List.of(), gaps(inReview));
        Portfolio.tell("department", "edited", "DEP-POL", 1, "{\"code\": \"DEP-POL\", \"head\": \"chief\"}");

        tell(inReview, 2, "MAJOR", "", "DEP-PW", "DEP-LIB", "DEP-POL");

        awaitDepartments(inReview, "DEP-PW", "DEP-LIB", "DEP-POL");
        var seats = again(inReview).jsonPath();
        assertEquals("chief", seats.getString("seats.find { it.key == 'department-head.DEP-POL' }.person"));
        assertEquals(List.of("liaison-missing"), gaps(inReview));
    }

    @Test
    void a_new_ppm_takes_the_seat_that_nobody_was_named_for() {
        var draft = Charters.lite();
        assertEquals(PPM.subject(), lead(draft));

        tell(draft, 2, "LITE", ", \"ppm\": \"%s\"".formatted(PPM_2.subject()), "DEP-PW");

        Portfolio.await("the new PPM", () -> PPM_2.subject().equals(lead(draft)));
    }

    @Test
    void a_new_head_takes_the_seat_of_a_draft() {
        Portfolio.tell("department", "edited", "DEP-FIN", 1, "{\"code\": \"DEP-FIN\", \"head\": \"fay\"}");
        var project = Portfolio.project("LITE", "DEP-FIN");
        Portfolio.await(
                "the head",
                () -> Portfolio.count("select count(*) from known_department where code = 'DEP-FIN' and head = 'fay'")
                        > 0);
        var draft = expect(201, post(PPM, "/v1/charters", "{\"project\": \"%s\"}".formatted(project)));

        Portfolio.tell("department", "edited", "DEP-FIN", 2, "{\"code\": \"DEP-FIN\", \"head\": \"fred\"}");

        Portfolio.await(
                "the new head",
                () -> "fred"
                        .equals(get(PPM, hrefOf(draft))
                                .jsonPath()
                                .getString("seats.find { it.key == 'department-head.DEP-FIN' }.person")));
    }

    @Test
    void from_commitment_on_the_departments_follow_and_the_seats_stay() {
        var committed = Charters.committed();
        var seats = committed.jsonPath().getList("seats");

        tell(committed, 2, "LITE", ", \"ppm\": \"%s\"".formatted(PPM_2.subject()), "DEP-PW", "DEP-LIB");

        awaitDepartments(committed, "DEP-PW", "DEP-LIB");
        var present = again(committed);
        assertEquals(seats, present.jsonPath().getList("seats"));
        assertEquals(
                committed.jsonPath().getString("committedHash"),
                present.jsonPath().getString("committedHash"));
        // whoever works for the department that joined is one of its authors now
        expect(200, verb(Http.LIBRARIAN, present, "start-acceptance"));
        assertEquals(
                1,
                Portfolio.count("select count(*) from journal where type = 'city.c3po.charter.projectFollowed.v1'"
                        + " and aggregate_id = '" + committed.jsonPath().getString("id") + "'"));
    }

    @Test
    void a_charter_that_is_over_stays_as_it_was() {
        var draft = Charters.lite();
        var cancelled = expect(200, verb(SUBMITTER, draft, "cancel", "{\"reason\": \"The county does it\"}"));
        var project = cancelled.jsonPath().getString("project.id");

        tell(cancelled, 2, "LITE", "", "DEP-PW", "DEP-LIB");

        Portfolio.awaitProject(project, 2);
        assertEquals(List.of("DEP-PW"), again(cancelled).jsonPath().getList("departments"));
        assertTrue(Portfolio.count("select count(*) from journal where aggregate_id = '"
                        + cancelled.jsonPath().getString("id") + "'")
                == 2);
    }

    private static void tell(Response charter, long version, String tier, String more, String... departments) {
        var project = charter.jsonPath().getString("project.id");
        Portfolio.tell(
                "project", "edited", project, version, Portfolio.state(project, tier, "PLANNING", more, departments));
    }

    private static void awaitDepartments(Response charter, String... departments) {
        Portfolio.await(
                "departments " + List.of(departments),
                () -> List.of(departments).equals(again(charter).jsonPath().getList("departments")));
    }

    private static String lead(Response charter) {
        return again(charter).jsonPath().getString("seats.find { it.key == 'project-lead' }.person");
    }

    private static List<String> gaps(Response charter) {
        return expect(200, get(PPM, hrefOf(charter) + "/completeness"))
                .jsonPath()
                .getList("gaps.code");
    }
}
