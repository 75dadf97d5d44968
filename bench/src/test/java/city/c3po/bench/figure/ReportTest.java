package city.c3po.bench.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    Path folder;

    @Test
    void programsFindEachRoundAndTheMedian() throws IOException {
        var limit = Figure.of("limit", Unit.PER_SECOND, Series.of(10, 20, 40));
        var figure = Figure.of("ours", Unit.PER_SECOND, Series.of(5, 10, 10)).over(limit);
        var file = folder.resolve("deep/results.json");

        Report.of(
                        Instant.parse("2027-01-01T00:00:00Z"),
                        true,
                        new Machine(2, 8, "Linux amd64", "25", 0.1),
                        List.of(
                                Outcome.measured("read", List.of(limit, figure), List.of()),
                                Outcome.skipped("intake", "pgbench is not installed")))
                .write(file);

        var json = new ObjectMapper().readTree(file.toFile());
        assertEquals(2, json.at("/machine/processors").asInt());
        assertEquals(5, json.at("/outcomes/0/figures/1/values/rounds/0").asInt());
        assertEquals(10, json.at("/outcomes/0/figures/1/values/median").asInt());
        assertEquals(0.5, json.at("/outcomes/0/figures/1/ratio/values/median").asDouble());
        assertFalse(json.at("/outcomes/0/figures/0").has("ratio"));
        assertEquals("SKIPPED", json.at("/outcomes/1/state").asText());
        assertEquals("pgbench is not installed", json.at("/outcomes/1/notes/0").asText());
    }
}
