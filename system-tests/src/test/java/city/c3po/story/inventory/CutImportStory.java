package city.c3po.story.inventory;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.cast.Sources;
import city.c3po.story.suite.Answer;
import city.c3po.story.suite.Door;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Kill -9 in the middle of applying a file: afterwards all of it is there, or nothing, and the import says which. */
@TheSuite
@Order(41)
class CutImportStory {
    private static final Duration BOUND = Duration.ofMinutes(3);
    private static final int ROWS = 30_000;
    private static final String SOURCE = "procurement";

    private final RunningSuite suite;
    private final Door ppm;
    private final String run = Long.toString(System.nanoTime(), 36);

    CutImportStory(RunningSuite suite) {
        this.suite = suite;
        this.ppm = suite.door().as("ppm");
    }

    @Test
    void a_file_that_is_cut_in_the_middle_is_whole_or_absent_and_says_which() throws SQLException {
        suite.c3po("demo"); // the city's departments and people
        Sources.register(suite, SOURCE);
        var planned = atRest(sent(), Set.of("PLANNED"));
        assertEquals(ROWS, planned.json().at("/counts/created").asInt(), planned.body());

        // When the service dies while the rows are being written
        var blow = suite.aimAt("inventory");
        ppm.ifMatch(planned).post(planned.text("/href") + "/approve").expect(200);
        var direct = suite.behindTheDoor(suite.services().get("inventory")).as("ppm");
        await().pollInterval(Duration.ofMillis(10))
                .atMost(BOUND)
                .until(() -> Set.of("APPLYING", "TELLING")
                        .contains(
                                direct.get(planned.text("/href") + "/progress").text("/step")));
        blow.run();

        // Then none of its rows is there, or each of them
        assertTrue(Set.of(0L, (long) ROWS).contains(claims()), "half a file: " + claims());

        // And after a restart it is whole, once, and says so
        suite.start("inventory");
        var applied = await().atMost(BOUND)
                .ignoreExceptions()
                .until(
                        () -> ppm.get(planned.text("/href")).expect(200),
                        now -> Set.of("APPLIED", "FAILED", "REJECTED").contains(now.text("/state")));
        assertEquals("APPLIED", applied.text("/state"), applied.body());
        assertEquals(ROWS, applied.json().at("/counts/created").asInt(), applied.body());
        assertEquals(ROWS, claims());
        assertEquals(ROWS, count("""
                select count(*) from journal where aggregate_type = 'asset' and version = 1
                  and fact ->> 'importId' = '%s'""".formatted(planned.text("/id"))));
        assertTrue(ppm.get(planned.text("/href") + "/history/verify")
                .expect(200)
                .json()
                .path("verified")
                .asBoolean());
    }

    private Answer sent() {
        var file = "nativeKey,kind,name,department,location,manufacturer,serial\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(n -> "C-%s-%d,HARDWARE,Cut %d of %s,DEP-LIB,Main Library,Dell,CUT%s%05d\n"
                                .formatted(run, n, n, run, run, n))
                        .collect(Collectors.joining());
        return suite.door()
                .as(SOURCE + "-system")
                .with("Content-Type", "text/csv")
                .text("POST", "/v1/imports?dryRun=true&source=" + SOURCE, file)
                .expect(201);
    }

    private Answer atRest(Answer sent, Set<String> states) {
        return await().atMost(BOUND)
                .until(() -> ppm.get(sent.text("/href")).expect(200), now -> states.contains(now.text("/state")));
    }

    private long claims() throws SQLException {
        return count(
                "select count(*) from claim where source = '%s' and native_key like 'C-%s-%%'".formatted(SOURCE, run));
    }

    private long count(String sql) throws SQLException {
        try (var database = suite.database("inventory");
                var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
