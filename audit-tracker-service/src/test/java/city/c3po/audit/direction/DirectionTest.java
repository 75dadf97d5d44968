package city.c3po.audit.direction;

import static city.c3po.audit.Http.AUDITOR;
import static city.c3po.audit.Http.AUDITOR_2;
import static city.c3po.audit.Http.CLERK;
import static city.c3po.audit.Http.HEAD;
import static city.c3po.audit.Http.LIBRARIAN;
import static city.c3po.audit.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import city.c3po.audit.City;
import city.c3po.audit.TheServers;
import city.c3po.audit.known.CityDays;
import city.c3po.audit.recommendation.TimeWatch;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TheServers.class)
class DirectionTest {
    private static final String ANSWER = "{\"text\": \"Here they are\"}";
    private static final Map<String, String> MOVES = Map.of(
            "GIVEN", "ANSWERED WITHDRAWN", "ANSWERED", "GIVEN SATISFIED WITHDRAWN", "SATISFIED", "", "WITHDRAWN", "");

    @Inject
    DirectionWatch directions;

    @Inject
    TimeWatch time;

    @Inject
    CityDays days;

    @Test
    void a_direction_moves_as_drawn() {
        for (var from : DirectionState.values()) {
            var drawn = EnumSet.noneOf(DirectionState.class);
            List.of(MOVES.get(from.name()).split(" ")).stream()
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> drawn.add(DirectionState.valueOf(name)));
            assertEquals(drawn, from.next());
        }
    }

    @Test
    void the_department_answers_and_the_body_is_satisfied_or_not() {
        City.departments();
        var given = City.direction();
        assertEquals("department-answers", refused(403, City.verbOn(LIBRARIAN, given, "answer", ANSWER)));
        assertEquals("role-missing", refused(403, City.verbOn(AUDITOR_2, given, "answer", ANSWER)));
        assertEquals("illegal-move", refused(409, verb(CLERK, City.fresh(given), "satisfy")));
        var answered = expect(200, City.verbOn(SUBMITTER, given, "answer", ANSWER));
        assertEquals(0, awaited(given), "whoever was asked is no longer");
        assertEquals("illegal-move", refused(409, verb(SUBMITTER, answered, "answer", ANSWER)));
        assertEquals("clerk-of-body", refused(403, verb(CLERK.bodies("another"), answered, "satisfy")));
        var back = expect(200, verb(CLERK, answered, "send-back", "{\"reason\": \"Two are missing\"}"));
        assertEquals("Two are missing", back.jsonPath().getString("answers[0].sentBack"));
        assertEquals(1, awaited(given));
        var again = expect(200, verb(SUBMITTER, back, "answer", ANSWER));
        var satisfied = expect(200, verb(CLERK, again, "satisfy"));
        assertEquals(2, satisfied.jsonPath().getList("answers").size());
        assertEquals("illegal-move", refused(409, verb(CLERK, satisfied, "withdraw", "{\"reason\": \"Overtaken\"}")));
    }

    @Test
    void it_is_due_at_the_next_meeting_of_the_body() {
        var body = "b-" + UUID.randomUUID().toString().substring(0, 13);
        var clerk = CLERK.bodies(body);
        var text = "{\"body\": \"%s\", \"meetingDate\": \"%s\", \"text\": \"x\", \"department\": \"DEP-PW\"%s}";
        assertEquals(
                "clerk-of-body", refused(403, post(CLERK, "/v1/directions", text.formatted(body, "2026-02-04", ""))));
        assertEquals(
                "given-at-a-meeting",
                refused(422, post(clerk, "/v1/directions", text.formatted(body, "2998-02-04", ""))));
        assertEquals(
                "given-at-a-meeting",
                refused(
                        422,
                        post(
                                clerk,
                                "/v1/directions",
                                text.formatted(body, "2026-02-04", ", \"due\": \"2026-02-04\""))));
        var unscheduled = expect(201, post(clerk, "/v1/directions", text.formatted(body, "2026-02-04", "")));
        assertNull(unscheduled.jsonPath().get("due"));
        City.tell("reporting", "report", "cycleScheduled", "n-" + body, 1, """
                {"id": "n", "state": "SCHEDULED", "body": "%s", "meetingDate": "2026-04-08"}""".formatted(body));
        City.await("the cycle", () -> City.count("select count(*) from known_record where id = 'n-" + body + "'") == 1);
        var scheduled = expect(201, post(clerk, "/v1/directions", text.formatted(body, "2026-02-04", "")));
        assertEquals("2026-04-08", scheduled.jsonPath().getString("due"));
    }

    /** 90, 30 and 7 days before, on the day, every week after; the head after a week, and never twice for one day. */
    @Test
    void people_are_reminded_on_their_days() {
        City.departments();
        var due = LocalDate.of(2027, 6, 30);
        var given = City.direction();
        int told = 0;
        for (var day : List.of(
                due.minusDays(91),
                due.minusDays(90),
                due.minusDays(31),
                due.minusDays(30),
                due.minusDays(7),
                due.minusDays(6),
                due,
                due.plusDays(6),
                due.plusDays(7),
                due.plusDays(9))) {
            directions.look(days.begin(day));
            directions.look(days.begin(day));
            told += List.of(-90L, -30L, -7L, 0L, 7L).contains(day.toEpochDay() - due.toEpochDay()) ? 1 : 0;
            assertEquals(told, reminders(given), day.toString());
        }
        assertEquals(
                1,
                City.count(
                        "select count(*) from journal where aggregate_id = '%s' and fact ->> 'level' = 'DEPARTMENT_HEAD'"
                                .formatted(id(given))));
        assertEquals(1, awaited(given), "one task for one person, however often");
    }

    @Test
    void owners_of_recommendations_are_reminded_before_their_heads() {
        City.departments();
        var one = City.recommendation(City.finding(City.audit(), false), ", \"targetDate\": \"2027-06-30\"");
        expect(200, City.putOn(SUBMITTER, one, "actions/A1", """
                {"title": "Write it", "owner": "%s", "milestones": [{"key": "M1", "title": "Draft", "due": "2027-05-01"}]}""".formatted(SUBMITTER.subject())));
        time.look(days.begin(LocalDate.of(2027, 4, 1)));
        assertEquals(1, reminders(one), "of the milestone");
        assertEquals(1, asked(one, SUBMITTER.subject()));
        assertEquals(0, asked(one, HEAD.subject()));
        time.look(days.begin(LocalDate.of(2027, 5, 8)));
        assertEquals(1, asked(one, HEAD.subject()));
        time.look(days.begin(LocalDate.of(2027, 5, 30)));
        assertEquals(1, asked(one, "city-manager"));
    }

    @Test
    void management_is_asked_for_its_response_until_it_said_where_it_stands() {
        City.departments();
        var audit = expect(201, post(AUDITOR, "/v1/audits", """
                {"title": "Passwords", "issuerKind": "CITY_AUDITOR", "body": "city-auditor", "issued": "2026-11-01",
                 "responseDue": "2027-03-01"}"""));
        var one = City.recommendation(City.finding(audit, false), "");
        time.look(days.begin(LocalDate.of(2027, 3, 1)));
        assertEquals(1, asked(one, HEAD.subject()));
        assertEquals(1, awaited(one));
        expect(200, City.putOn(SUBMITTER, one, "response", "{\"agreement\": \"AGREES\"}"));
        assertEquals(0, awaited(one));
        time.look(days.begin(LocalDate.of(2027, 3, 8)));
        assertEquals(1, reminders(one), "nothing else is due");
    }

    private static long reminders(Response one) {
        return City.count("select count(*) from journal where aggregate_id = '%s' and type like '%%.reminded.v1'"
                .formatted(id(one)));
    }

    private static long asked(Response one, String person) {
        return City.count(
                "select count(distinct task ->> 'id') from journal, jsonb_array_elements(tasks) task where aggregate_id = '%s' and task ->> 'assignee' = '%s'"
                        .formatted(id(one), person));
    }

    /** Open tasks after the last event. */
    private static long awaited(Response one) {
        return City.count(
                "select count(*) from jsonb_array_elements((select tasks from journal where aggregate_id = '%s' order by version desc limit 1)) task where not (task ->> 'done')::boolean"
                        .formatted(id(one)));
    }

    private static String id(Response one) {
        return one.jsonPath().getString("id");
    }
}
