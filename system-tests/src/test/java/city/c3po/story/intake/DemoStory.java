package city.c3po.story.intake;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.suite.Door;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@TheSuite
@Order(6)
class DemoStory {
    /** As the city told its committee. */
    private static final Set<String> SHIP_IT = Set.of(
            "My San Jose (SJ311)",
            "AMANDA7 Upgrade",
            "Website Recovery Project",
            "Business Tax Amnesty",
            "FMS Upgrade",
            "Revenue Upgrade",
            "Workers Comp Upgrade",
            "Treasury Management System");

    private static final List<String> REFERENCE_DATA =
            List.of("departments", "people", "vendors", "funding-lines", "calendars");

    private final RunningSuite suite;
    private final Door ppm;

    DemoStory(RunningSuite suite) {
        this.suite = suite;
        this.ppm = suite.door().as("ppm");
    }

    @Test
    void the_sample_city_is_loaded_once_however_often_it_is_loaded() {
        var before = allRecords();
        suite.c3po("demo");
        var first = allRecords();
        suite.c3po("demo");

        assertEquals(first, allRecords(), "the second run changed nothing");
        var initiatives =
                ppm.get("/v1/initiatives?sampleData=true&limit=500").expect(200).items();
        assertAll(
                () -> assertEquals(8, initiatives.size()),
                () -> assertEquals(SHIP_IT, titles(initiatives)),
                () -> initiatives.forEach(each ->
                        assertTrue(each.at("/triage/outcome").isTextual(), () -> "submitted and triaged: " + each)),
                () -> first.forEach((href, record) -> assertTrue(
                        before.containsKey(href) || record.get("sampleData").asBoolean(),
                        () -> "marked as sample data: " + record)));
    }

    /** Every record of the service by its address. */
    private Map<String, JsonNode> allRecords() {
        var kinds = new ArrayList<>(REFERENCE_DATA);
        kinds.add("initiatives");
        var records = new TreeMap<String, JsonNode>();
        for (var kind : kinds) {
            var page = ppm.get("/v1/%s?limit=500".formatted(kind)).expect(200);
            assertTrue(page.json().get("next").isNull(), () -> "all " + kind + " on one page");
            page.items().forEach(record -> records.put(record.get("href").asText(), record));
        }
        return records;
    }

    private static Set<String> titles(List<JsonNode> initiatives) {
        return initiatives.stream().map(each -> each.get("title").asText()).collect(Collectors.toSet());
    }
}
