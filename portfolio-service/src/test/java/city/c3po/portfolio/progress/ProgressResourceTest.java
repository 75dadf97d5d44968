package city.c3po.portfolio.progress;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.FINANCE;
import static city.c3po.portfolio.Http.PPM_2;
import static city.c3po.testing.http.Requests.as;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.portfolio.ControlsStory;
import city.c3po.portfolio.ProjectStory;
import city.c3po.testing.SharesInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SharesInfra(value = "portfolio", consumes = "charter")
class ProgressResourceTest {
    private static final String JULY = "/progress/2026-07-31";

    @BeforeEach
    void referenceData() {
        create(ADMIN, "/v1/departments/DEP-PW", "{\"name\": \"Public Works\"}");
    }

    @Test
    void value_is_earned_against_the_baseline_and_what_is_missing_has_a_reason() {
        var project = ControlsStory.planned("Earned");
        assertEquals("baseline-in-force", refused(409, july(project, "[]")));
        ControlsStory.rebaselined(project);
        var period = expect(201, july(project, """
                [{"activity": "A1", "started": "2026-07-06", "finished": "2026-07-10", "percent": 100},
                 {"activity": "A2", "started": "2026-07-13"},
                 {"activity": "A3", "started": "2026-07-13", "steps": ["draft"]}]"""));
        var value = period.jsonPath();
        assertEquals(110000f, value.getFloat("figures.value.bac"));
        assertEquals(110000f, value.getFloat("figures.value.planned"));
        assertEquals(74000f, value.getFloat("figures.value.earned"));
        assertEquals("actual-cost-missing", value.getString("figures.value.cv.reason"));
        assertEquals(0.6727f, value.getFloat("figures.value.spi.value"));

        expect(
                200,
                post(FINANCE, "/v1/cost-entries/batch", entry(project, "E-" + ProjectStory.id(project), "80000.00")));
        var closed =
                expect(200, as(PPM_2).header("If-Match", period.header("ETag")).post(hrefOf(period) + "/close"));
        assertEquals(-6000f, closed.jsonPath().getFloat("figures.value.cv.value"));
        assertEquals(0.9250f, closed.jsonPath().getFloat("figures.value.cpi.value"));
        assertEquals("CLOSED", closed.jsonPath().getString("state"));
        assertEquals("illegal-move", refused(409, put(PPM_2, hrefOf(closed), closed.header("ETag"), text("[]"))));
        var late = post(FINANCE, "/v1/cost-entries/batch", entry(project, "L-" + ProjectStory.id(project), "1.00"));
        assertEquals("period-open", late.jsonPath().getString("items[0].errors[0].code"));
    }

    @Test
    void what_cannot_have_been_achieved_is_refused() {
        var project = ControlsStory.planned("Not achieved");
        ControlsStory.rebaselined(project);
        for (var wrong : List.of(
                "{\"activity\": \"Z9\", \"percent\": 10}",
                "{\"activity\": \"A1\", \"percent\": 101}",
                "{\"activity\": \"A2\", \"started\": \"2026-07-13\", \"finished\": \"2026-07-12\"}",
                "{\"activity\": \"A3\", \"steps\": [\"none\"]}")) {
            assertEquals("sound-achievements", refused(422, july(project, "[" + wrong + "]")), wrong);
        }
        var path = hrefOf(project);
        assertEquals("end-of-month", refused(422, create(PPM_2, path + "/progress/2026-07-30", text("[]"))));
        assertEquals("end-of-month", refused(422, create(PPM_2, path + "/progress/2999-01-31", text("[]"))));
        expect(201, july(project, "[]"));
        assertEquals("in-order", refused(409, create(PPM_2, path + "/progress/2026-08-31", text("[]"))));
        assertEquals("in-order", refused(409, create(PPM_2, path + "/progress/2026-06-30", text("[]"))));
    }

    private static Response july(Response project, String achievements) {
        return create(PPM_2, hrefOf(project) + JULY, text(achievements));
    }

    private static String text(String achievements) {
        return "{\"achievements\": %s}".formatted(achievements);
    }

    private static String entry(Response project, String key, String amount) {
        return """
                {"source": "finance", "items": [{"nativeKey": "%s", "project": "%s", "kind": "ACTUAL",
                 "amount": {"amount": %s}, "postedOn": "2026-07-31"}]}""".formatted(key, ProjectStory.id(project), amount);
    }
}
