package city.c3po.reporting.report;

import static city.c3po.reporting.report.Cycles.PPM;
import static city.c3po.reporting.report.Cycles.report;
import static city.c3po.reporting.report.Cycles.today;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.reporting.City;
import city.c3po.testing.WithInfra;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A report of what the other services committed to publish: their own examples, in a row, as versions 1…n. */
@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class ContractSequenceTest {
    @Test
    void whatTheContractsPromiseIsPrinted() {
        try (var city = new City()) {
            var project = city.body + "-p";
            var charter = city.body + "-c";
            city.mark(Instant.now())
                    .example("city.c3po.project.created.v1", project)
                    .example("city.c3po.project.ppmAssigned.v1", project)
                    .example("city.c3po.charter.drafted.v1", charter)
                    .example("city.c3po.charter.submitted.v1", charter);
            var cycles = new Cycles(city);
            cycles.published(today().minusDays(60));
            city.example("city.c3po.charter.versionFrozen.v1", charter)
                    .example("city.c3po.charter.committed.v1", charter)
                    .example("city.c3po.project.moved.v1", project)
                    .example("city.c3po.project.forecasted.v1", project)
                    .example("city.c3po.project.actualRecorded.v1", project);

            var cycle = cycles.published(today().minusDays(1));

            var model = PPM.get(report(cycle)).is(200).json();
            var item = found(model.path("items"), "id", project);
            assertEquals("My San Jose (SJ311)", item.path("title").asText());
            assertEquals("DEP-PW", item.path("department").asText());
            assertTrue(item.at("/cost/forecast/amount").isNumber(), item.toString());
            assertTrue(item.at("/cost/actual/amount").isNumber(), item.toString());
            assertEquals(6, item.path("milestones").size(), "its gates");
            assertTrue(item.at("/colour/computed").isNull(), "nobody has told a colour");
            assertEquals("changed", item.path("since").asText());
            var signed = found(model.path("signed"), "what", "committed");
            assertEquals("PRJ-2026-0001", signed.path("project").asText());
            assertTrue(signed.path("seats").asInt() > 0);
            var html = PPM.get(report(cycle) + ".html?lang=en").text();
            assertTrue(html.contains("not reported"), "and the page says so");
        }
    }

    private static JsonNode found(JsonNode rows, String member, String value) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.path(member).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError(value + " in " + rows));
    }
}
