package city.c3po.reporting.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.reporting.Portfolio;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page in a browser that is told what happens while it is open. */
@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class StreamTest {
    private static final String[] EVENTS = {"Accept", "text/event-stream"};

    private Portfolio portfolio;
    private final Job job = Job.reader();

    @BeforeEach
    void open() {
        portfolio = new Portfolio();
    }

    @AfterEach
    void close() {
        portfolio.close();
    }

    private record Event(String name, String id, String data) {
        String told() {
            return Job.tell(Job.parse(data));
        }
    }

    /** The next event that is told; blank lines end one. */
    private static Event next(Iterator<String> lines) {
        var name = "";
        var id = "";
        while (lines.hasNext()) {
            var line = lines.next();
            if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("data: ")) {
                return new Event(name, id, line.substring(6));
            }
        }
        throw new AssertionError("the stream ended");
    }

    private static List<String> untilStanding(Iterator<String> lines) {
        var told = new ArrayList<String>();
        for (var event = next(lines); event.name().equals("change"); event = next(lines)) {
            told.add(event.told());
        }
        return told;
    }

    @Test
    void tellsHowThingsAreAndThenWhatHappens() {
        portfolio.tell(portfolio.event("a", 1), portfolio.event("b", 1));
        try (var stream = job.lines("/v1/changes?types=" + portfolio.type, EVENTS)) {
            var lines = stream.iterator();
            assertEquals(List.of("snapshot a 1", "snapshot b 1"), untilStanding(lines));

            portfolio.tell(portfolio.event("a", 2));

            assertEquals("updated a 2", next(lines).told());
        }
    }

    @Test
    void goesOnAfterTheLastEvent() {
        portfolio.tell(portfolio.event("a", 1), portfolio.event("b", 1), portfolio.event("c", 1));
        String second;
        try (var stream = job.lines("/v1/changes?types=" + portfolio.type, EVENTS)) {
            var lines = stream.iterator();
            assertEquals("snapshot a 1", next(lines).told());
            second = next(lines).id();
        }
        portfolio.tell(portfolio.event("d", 1));

        try (var stream = job.lines(
                "/v1/changes?types=" + portfolio.type, "Accept", "text/event-stream", "Last-Event-ID", second)) {
            var lines = stream.iterator();
            assertEquals(List.of("snapshot c 1", "created d 1"), untilStanding(lines));
        }
    }

    @Test
    void aForgedPlaceIsRefused() {
        var answer = job.get(
                "/v1/changes?types=" + portfolio.type, "Accept", "text/event-stream", "Last-Event-ID", "k1.e30.e30");
        assertEquals(400, answer.status());
        assertTrue(answer.header("Content-Type").startsWith("application/problem+json"));
    }
}
