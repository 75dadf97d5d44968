package city.c3po.portfolio.schedule;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.PPM_2;
import static city.c3po.portfolio.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.portfolio.ControlsStory;
import city.c3po.portfolio.ProjectStory;
import city.c3po.testing.SharesInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SharesInfra(value = "portfolio", consumes = "charter")
class ScheduleResourceTest {
    @BeforeEach
    void referenceData() {
        create(ADMIN, "/v1/departments/DEP-PW", "{\"name\": \"Public Works\"}");
    }

    @Test
    void dates_floats_and_drivers_follow_from_what_is_said() {
        var project = ControlsStory.planned("Follows");
        var schedule = expect(200, get(PPM, hrefOf(project) + "/schedule")).jsonPath();
        assertEquals("2026-07-15", schedule.getString("summary.finish"));
        assertEquals(8, schedule.getInt("summary.duration"));
        assertEquals(List.of("M0", "A1", "A2", "M1"), schedule.getList("summary.drivingPath"));
        assertEquals(110000.00f, schedule.getFloat("summary.budget"));

        var activities = get(PPM, hrefOf(project) + "/schedule/activities").jsonPath();
        assertEquals(List.of("M0", "A1", "A2", "A3", "M1"), activities.getList("items.said.id"));
        assertEquals("2026-07-13", activities.getString("items[2].dates.earlyStart"));
        assertEquals("A1", activities.getString("items[2].dates.drivingPredecessor"));
        assertEquals(1, activities.getInt("items[3].dates.totalFloat"));
        assertFalse(activities.getBoolean("items[3].dates.critical"));
        assertTrue(activities.getBoolean("items[2].dates.critical"));
        assertEquals(
                List.of("A3"),
                get(PPM, hrefOf(project) + "/schedule/activities?critical=false")
                        .jsonPath()
                        .getList("items.said.id"));
        var milestones = get(PPM, hrefOf(project)).jsonPath();
        assertEquals(List.of("Start", "Go-live"), milestones.getList("milestones.title"));
        assertEquals("2026-07-15", milestones.getString("milestones[1].forecast"));
    }

    @Test
    void one_activity_moves_all_that_hang_on_it() {
        var project = ControlsStory.planned("Moves");
        var schedule = get(PPM_2, hrefOf(project) + "/schedule");
        var edited = expect(200, ControlsStory.patchAt(PPM_2, schedule, "/activities/A1", "{\"duration\": 7}"));
        assertEquals("2026-07-14", edited.jsonPath().getString("dates.earlyFinish"));
        assertEquals("2026-07-17", get(PPM, hrefOf(schedule)).jsonPath().getString("summary.finish"));
        assertEquals(
                "2026-07-15",
                get(PPM, hrefOf(schedule) + "/activities/A2").jsonPath().getString("dates.earlyStart"));
        assertEquals("stale-version", refused(412, ControlsStory.patchAt(PPM_2, schedule, "/activities/A1", "{}")));
        var seen = get(PPM_2, hrefOf(schedule));
        assertEquals(
                "activity-keeps-its-id",
                refused(422, ControlsStory.patchAt(PPM_2, seen, "/activities/A1", "{\"id\": \"A9\"}")));
        assertEquals("activity-known", refused(404, ControlsStory.patchAt(PPM_2, seen, "/activities/A9", "{}")));
        assertEquals("ppm-or-office", refused(403, ControlsStory.patchAt(SUBMITTER, seen, "/activities/A1", "{}")));
    }

    @Test
    void what_cannot_be_a_schedule_is_refused_and_changes_nothing() {
        var project = ControlsStory.planned("Refused");
        var before = get(PPM, hrefOf(project) + "/schedule").asString();
        var cycle = expect(409, ControlsStory.putSchedule(project, """
            {"start": "2026-07-06", "activities": [{"id": "A", "title": "a", "duration": 1}, {"id": "B", "title": "b", "duration": 1}],
             "links": [{"predecessor": "A", "successor": "B"}, {"predecessor": "B", "successor": "A"}]}\
            """)).jsonPath();
        assertEquals("schedule-without-cycle", cycle.getString("code"));
        assertEquals(3, cycle.getList("cycle").size());
        faulty(project, "\"duration\": 1", "[{\"predecessor\": \"A\", \"successor\": \"Z\"}]", "/links/0/successor");
        faulty(project, "\"duration\": -1", "[]", "/activities/0/duration");
        faulty(project, "\"duration\": 1, \"budget\": -5", "[]", "/activities/0/budget");
        faulty(
                project,
                "\"duration\": 1, \"days\": {\"shape\": \"TRIANGULAR\", \"low\": 9, \"likely\": 5, \"high\": 4}",
                "[]",
                "/activities/0/days");
        faulty(project, "\"duration\": 1, \"technique\": \"WEIGHTED_MILESTONES\"", "[]", "/activities/0/steps");
        faulty(project, "\"duration\": 1, \"actualStart\": \"2026-07-09\"", "[]", "/activities/0/actualStart");
        assertEquals(before, get(PPM, hrefOf(project) + "/schedule").asString());
    }

    private static void faulty(Response project, String activity, String links, String pointer) {
        var refusal = expect(422, ControlsStory.putSchedule(project, """
            {"start": "2026-07-06", "activities": [{"id": "A", "title": "a", %s}], "links": %s}\
            """.formatted(activity, links)));
        assertEquals(List.of(pointer), refusal.jsonPath().getList("errors.pointer"), refusal.asString());
    }

    @Test
    void twenty_thousand_activities_are_taken_in_one_request() {
        var project = ProjectStory.registered("Large", PPM_2);
        var activities = IntStream.range(0, 20_000)
                .mapToObj(
                        n -> "{\"id\": \"A%d\", \"title\": \"Work package number %d\", \"duration\": 2, \"budget\": 10}"
                                .formatted(n, n))
                .collect(Collectors.joining(","));
        var links = IntStream.range(1, 20_000)
                .mapToObj(n -> "{\"predecessor\": \"A%d\", \"successor\": \"A%d\"}".formatted((n - 1) / 2, n))
                .collect(Collectors.joining(","));
        var body = "{\"start\": \"2026-07-06\", \"activities\": [%s], \"links\": [%s]}".formatted(activities, links);
        var schedule = expect(201, create(PPM_2, hrefOf(project) + "/schedule", body));
        assertEquals(20_000, schedule.jsonPath().getInt("summary.activities"));
        var page =
                get(PPM, hrefOf(schedule) + "/activities?limit=500&count=true").jsonPath();
        assertEquals(500, page.getList("items").size());
        assertEquals(20_000, page.getInt("total"));
        var next = get(PPM, page.getString("next")).jsonPath();
        assertEquals("A500", next.getString("items[0].said.id"));
        expect(200, ControlsStory.patchAt(PPM_2, schedule, "/activities/A1", "{\"duration\": 3}"));
    }
}
