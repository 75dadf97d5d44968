package city.c3po.audit.roadmap;

import static city.c3po.audit.Http.BOARD;
import static city.c3po.audit.Http.PPM;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.audit.City;
import city.c3po.audit.TheServers;
import city.c3po.audit.Workbooks;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TheServers.class)
class RoadmapTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/Los_Angeles"));

    /** Of a department that no other test knows, so that its past is this one. */
    @Test
    void the_past_of_a_department_says_when_it_will_be_done() throws Exception {
        var one = City.recommendation(City.finding(City.audit(), false), "");
        expect(200, City.verbOn(PPM, one, "reassign", "{\"leadDepartment\": \"DEP-RM\", \"reason\": \"Theirs\"}"));
        expect(200, City.putOn(PPM, one, "actions/A1", """
                {"title": "Write it", "milestones": [
                  {"key": "M1", "title": "Late by ten days", "due": "%s"},
                  {"key": "M2", "title": "On its day", "due": "%s"},
                  {"key": "M3", "title": "Adoption, <soon>", "due": "%s"},
                  {"key": "M4", "title": "Long after", "due": "%s"}]}""".formatted(
                        TODAY.minusDays(10), TODAY, TODAY.plusDays(30), TODAY.plusYears(2))));
        expect(200, City.verbOn(PPM, one, "milestones/M1/complete", "{}"));
        expect(200, City.verbOn(PPM, one, "milestones/M2/complete", "{}"));

        var items = expect(200, get(BOARD, "/v1/roadmap?department=DEP-RM")).jsonPath();
        assertEquals(List.of("M1", "M2", "M3", "M4"), items.getList("milestone"));
        assertEquals(TODAY.toString(), items.getString("[0].p50"), "what is done is done");
        assertEquals(TODAY.plusDays(30).toString(), items.getString("[2].p50"));
        assertEquals(TODAY.plusDays(40).toString(), items.getString("[2].p80"));
        assertEquals(
                List.of("M4"),
                get(BOARD, "/v1/roadmap?department=DEP-RM&horizon=LONG")
                        .jsonPath()
                        .getList("milestone"));

        var calendar = expect(200, get(BOARD, "/v1/roadmap.ics"));
        assertTrue(calendar.contentType().startsWith("text/calendar"), calendar.contentType());
        assertTrue(calendar.asString().contains("Adoption\\, <soon>"), calendar.asString());
        assertTrue(Arrays.stream(calendar.asString().split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75));

        assertTrue(expect(200, get(BOARD, "/v1/roadmap.csv"))
                .asString()
                .contains("DEP-RM,M3,\"Adoption, <soon>\",SHORT,," + TODAY.plusDays(30)));

        var row = Workbooks.rows(expect(200, get(BOARD, "/v1/roadmap.xlsx")).asByteArray()).stream()
                .filter(cells -> "DEP-RM".equals(cells.get(1).getText())
                        && "M3".equals(cells.get(2).getText()))
                .findFirst()
                .orElseThrow();
        assertEquals("Adoption, <soon>", row.get(3).getText());
        assertEquals(TODAY.plusDays(40), row.get(10).asDate().toLocalDate(), "days are dates");

        var picture = expect(200, get(BOARD, "/v1/roadmap.svg"));
        var svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(picture.asByteArray()))
                .getDocumentElement();
        assertEquals("img", svg.getAttribute("role"));
        assertEquals(1, svg.getElementsByTagName("title").getLength());
        assertTrue(picture.asString().contains("Adoption, &lt;soon&gt;"));
    }

    @Test
    void confidential_milestones_are_for_few() {
        var secret = City.recommendation(City.finding(City.audit(), true), "");
        expect(200, City.putOn(PPM, secret, "actions/A1", """
                {"title": "Quiet", "milestones": [{"key": "M1", "title": "Madagascar", "due": "2027-03-01"}]}"""));
        for (var path : List.of("/v1/roadmap", "/v1/roadmap.ics", "/v1/roadmap.csv", "/v1/roadmap.svg")) {
            assertFalse(expect(200, get(BOARD, path)).asString().contains("Madagascar"), path);
            assertTrue(expect(200, get(PPM, path)).asString().contains("Madagascar"), path);
        }
        var workbook = "/v1/roadmap.xlsx";
        assertFalse(
                Workbooks.text(expect(200, get(BOARD, workbook)).asByteArray()).contains("Madagascar"));
        assertTrue(Workbooks.text(expect(200, get(PPM, workbook)).asByteArray()).contains("Madagascar"));
    }
}
