package city.c3po.portfolio.learning;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.LIBRARIAN;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import city.c3po.portfolio.BusinessTime;
import city.c3po.portfolio.LearningStory;
import city.c3po.portfolio.ProjectStory;
import city.c3po.portfolio.Story;
import city.c3po.testing.Database;
import city.c3po.testing.SharesInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SharesInfra(value = "portfolio", consumes = "charter")
class LearningResourceTest {
    @BeforeEach
    void departments() {
        create(ADMIN, "/v1/departments/DEP-PW", "{\"name\": \"Public Works\"}");
    }

    @Test
    void support_is_offered_for_delegated_initiatives_one_at_a_time_and_answered_by_the_department() {
        var triaged = Story.submitted(Story.MINOR.formatted("Wants help"));
        var offer = "{\"initiative\": \"%s\", \"supporter\": \"s\", \"offer\": \"Help\"}";
        assertEquals(
                "delegated-initiative",
                refused(409, post(PPM, "/v1/support-engagements", offer.formatted(ProjectStory.id(triaged)))));
        assertEquals(
                "known-supported-initiative",
                refused(422, post(PPM, "/v1/support-engagements", offer.formatted(UUID.randomUUID()))));
        var delegated = expect(200, verb(PPM, triaged, "delegate"));
        var engagement = LearningStory.offered(delegated);
        assertEquals(
                "supported-once",
                refused(409, post(PPM, "/v1/support-engagements", offer.formatted(ProjectStory.id(delegated)))));
        assertEquals("department-answers", refused(403, verb(LIBRARIAN, engagement, "accept", "{}")));
        assertEquals("illegal-move", refused(409, verb(PPM, engagement, "complete", "{\"outcome\": \"Early\"}")));
        var accepted = expect(200, verb(SUBMITTER, engagement, "accept", "{}"));
        assertEquals("illegal-move", refused(409, verb(SUBMITTER, accepted, "decline", "{}")));
        expect(200, verb(PPM, accepted, "complete", "{\"outcome\": \"It runs\"}"));
    }

    @Test
    void attendance_is_recorded_when_the_session_has_taken_place() {
        var training = expect(201, post(PPM, "/v1/trainings", "{\"title\": \"Gates\"}"));
        training = expect(
                200,
                verb(
                        PPM,
                        training,
                        "add-session",
                        "{\"day\": \"%s\", \"trainer\": \"t\"}"
                                .formatted(BusinessTime.today().plusDays(400))));
        var attendance = "{\"session\": \"%s\", \"people\": [\"a\", \"b\"]}"
                .formatted(training.jsonPath().getString("sessions[0].id"));
        assertEquals("session-takes-place-first", refused(409, verb(PPM, training, "record-attendance", attendance)));
        assertEquals(
                "known-session",
                refused(
                        422,
                        verb(
                                PPM,
                                training,
                                "record-attendance",
                                "{\"session\": \"%s\", \"people\": []}".formatted(UUID.randomUUID()))));
    }

    @Test
    void a_reference_class_speaks_from_ten_cases_on_and_counts_what_is_missing_before() throws Exception {
        var before = expect(200, get(PPM, "/v1/reference-classes/INTEGRATION")).jsonPath();
        assertEquals(10, before.getInt("missing"));
        assertEquals("too-few-cases", before.getString("reason"));
        assertNull(before.get("cost"));
        try (var connection = Database.current().asApp();
                var insert = connection.prepareStatement("""
                        insert into project (id, version, access, number, state, tier, plan, part, memberships, products, gates,
                                             authors, actual, created_by, created_at)
                        select gen_random_uuid(), 1, '{"classification": "INTERNAL", "departments": [], "people": [],
                               "vendor": null, "bodies": [], "sources": []}', 'PAST-' || n, 'CLOSED', 'LITE',
                               jsonb_build_object('title', 'Past', 'sponsoringDepartment', 'DEP-PW', 'sampleData', false,
                                   'kind', 'INTEGRATION', 'start', '2020-01-01', 'finish', '2020-04-10',
                                   'budget', jsonb_build_object('amount', 100, 'currency', 'USD'),
                                   'externalRefs', '[]'::jsonb), 0, '[]', '[]', '{"all": []}', '[]',
                               jsonb_build_object('cost', jsonb_build_object('amount', 100 + 10 * n, 'currency', 'USD'),
                                   'finish', '2020-04-20'), 'past', now()
                        from generate_series(1, 11) n""")) {
            assertEquals(11, insert.executeUpdate());
        }
        var after = expect(200, get(PPM, "/v1/reference-classes/INTEGRATION")).jsonPath();
        assertEquals(11, after.getInt("cases"));
        assertEquals(0, after.getInt("missing"));
        // 10 % to 110 %, half of them at most 60 %
        assertEquals(0.6, after.getDouble("cost.p50"), 0.00001);
        assertEquals(0.2, after.getDouble("cost.p10"), 0.00001);
        assertEquals(0.9, after.getDouble("cost.p80"), 0.00001);
        assertEquals(0.1, after.getDouble("duration.p90"), 0.00001);
    }
}
