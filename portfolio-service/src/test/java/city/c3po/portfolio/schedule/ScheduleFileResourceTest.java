package city.c3po.portfolio.schedule;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.PPM_2;
import static city.c3po.testing.http.Requests.as;
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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SharesInfra(value = "portfolio", consumes = "charter")
class ScheduleFileResourceTest {
    @BeforeEach
    void referenceData() {
        create(ADMIN, "/v1/departments/DEP-PW", "{\"name\": \"Public Works\"}");
    }

    @Test
    void what_is_written_for_other_programs_reads_as_the_same_schedule() {
        var project = ControlsStory.planned("Exchanged");
        var path = hrefOf(project) + "/schedule";
        for (var form : List.of("xml application/xml", "csv text/csv")) {
            var suffix = form.substring(0, 3);
            var file = expect(200, get(PPM, path + "." + suffix));
            assertTrue(file.contentType().startsWith(form.substring(4)), file.contentType());
            var copy = ProjectStory.registered("Copy by " + suffix, PPM_2);
            var target = hrefOf(copy) + "/schedule." + suffix + (suffix.equals("csv") ? "?start=2026-07-06" : "");
            expect(
                    201,
                    as(PPM_2)
                            .header("If-None-Match", "*")
                            .contentType(form.substring(4))
                            .body(file.asByteArray())
                            .put(target));
            var activities = get(PPM, hrefOf(copy) + "/schedule/activities").jsonPath();
            assertEquals(List.of("M0", "A1", "A2", "A3", "M1"), activities.getList("items.said.id"));
            assertEquals("2026-07-15", activities.getString("items[4].dates.earlyFinish"));
            assertEquals("2026-07-13", activities.getString("items[2].dates.earlyStart"));
        }
        var calendar = expect(200, get(PPM, path + ".ics")).asString();
        assertTrue(
                calendar.contains("BEGIN:VEVENT") && calendar.contains("Go-live") && calendar.contains("20260715"),
                calendar);
    }

    @Test
    void a_file_that_is_broken_or_means_harm_changes_nothing() {
        var project = ControlsStory.planned("Harm");
        var path = hrefOf(project) + "/schedule";
        var before = get(PPM, path);
        for (var bad : List.of(
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Project>&e;</Project>",
                "<Project><Tasks>",
                "not xml at all",
                "")) {
            var answer = as(PPM_2)
                    .header("If-Match", before.header("ETag"))
                    .contentType("application/xml")
                    .body(bad)
                    .put(path + ".xml");
            assertTrue(answer.statusCode() == 422 || answer.statusCode() == 400, answer.asString());
            assertFalse(answer.asString().contains("root:"), answer.asString());
        }
        assertEquals(before.asString(), get(PPM, path).asString());
        var bare = ProjectStory.registered("No start", PPM_2);
        assertEquals(
                "start-said",
                refused(
                        422,
                        as(PPM_2)
                                .header("If-None-Match", "*")
                                .contentType("text/csv")
                                .body(get(PPM, path + ".csv").asByteArray())
                                .put(hrefOf(bare) + "/schedule.csv")));
    }
}
