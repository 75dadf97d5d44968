package city.c3po.story.operations;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.c3po.story.cast.JournalRows;
import city.c3po.story.cast.Proposals;
import city.c3po.story.cast.ReportingJob;
import city.c3po.story.cast.Sources;
import city.c3po.story.suite.Answer;
import city.c3po.story.suite.Crowd;
import city.c3po.story.suite.Door;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import city.c3po.testing.Workspace;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As in a cluster: the only replica of a service shares three sessions of PostgreSQL among its twenty connections. */
@TheSuite
@Order(83)
class PoolerStory {
    private static final Duration BOUND = Duration.ofMinutes(3);
    private static final int SESSIONS = 3;
    private static final int CLIENTS = 16;
    private static final int WRITES = 10;
    private static final int ROWS = 2_000;
    private static final String SOURCE = "procurement";

    private final RunningSuite suite;
    private final String run = Long.toString(System.nanoTime(), 36);

    PoolerStory(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void many_write_at_once_and_every_write_is_kept_and_told(@TempDir Path folder) throws Exception {
        var journal = new JournalRows(suite, "portfolio");
        var head = journal.head();
        var answered = new ConcurrentLinkedQueue<String>();
        try (var pooler = pooler("portfolio", folder);
                var portfolio = alone("portfolio", pooler)) {
            var submitter = doorOf(portfolio).as("submitter");
            try (var clients = new Crowd(CLIENTS, client -> () -> {
                for (int n = 0; n < WRITES; n++) {
                    var title = "Written through a pooler, %s %d %d".formatted(run, client, n);
                    answered.add(submitter
                            .post("/v1/initiatives", Proposals.minor(title))
                            .expect(201)
                            .text("/id"));
                }
                return null;
            })) {
                clients.awaitEnd();
            }
            assertEquals(
                    CLIENTS * WRITES,
                    submitter
                            .get("/v1/initiatives?limit=200&q=" + run)
                            .expect(200)
                            .json()
                            .path("items")
                            .size());
            assertTrue(sessions("portfolio") <= SESSIONS, "sessions are shared");
            assertEquals("25s", limitOfWork("portfolio", pooler), "whoever gets a session gets its limits");
            // The lease is held past the pooler, or nothing would be told.
            var told = new ReportingJob(suite.door().as("reporting-job"), "/v1/changes?mode=log&types=initiative")
                    .pullUntil(Instant.now());
            answered.forEach(id -> assertEquals(1, told.about(id).size(), id));
        } finally {
            suite.mend();
        }
        assertEquals(
                Set.copyOf(answered), journal.versionsAfter("initiative", head).keySet());
    }

    @Test
    void a_file_is_imported_past_the_pooler(@TempDir Path folder) throws Exception {
        suite.c3po("demo"); // the city's departments and people
        Sources.register(suite, SOURCE);
        try (var pooler = pooler("inventory", folder);
                var inventory = alone("inventory", pooler)) {
            var ppm = doorOf(inventory).as("ppm");
            var sent = doorOf(inventory)
                    .as(SOURCE + "-system")
                    .with("Content-Type", "text/csv")
                    .text("POST", "/v1/imports?dryRun=true&source=" + SOURCE, file())
                    .expect(201);
            var planned = atRest(ppm, sent, Set.of("PLANNED", "FAILED", "REJECTED"));
            ppm.ifMatch(planned).post(planned.text("/href") + "/approve").expect(200);
            var applied = atRest(ppm, sent, Set.of("APPLIED", "FAILED", "REJECTED"));
            assertEquals("APPLIED", applied.text("/state"), applied.body());
            assertEquals(ROWS, applied.json().at("/counts/created").asInt(), applied.body());
        } finally {
            suite.mend();
        }
    }

    private static Answer atRest(Door door, Answer sent, Set<String> states) {
        return await().atMost(BOUND)
                .until(() -> door.get(sent.text("/href")).expect(200), now -> states.contains(now.text("/state")));
    }

    private Pooler pooler(String key, Path folder) throws Exception {
        var program = Pooler.installed();
        assertFalse(program.isEmpty() && Workspace.demandsAll(), "PgBouncer is not installed");
        assumeTrue(program.isPresent(), "PgBouncer is not installed: nothing was tried behind a pooler");
        return Pooler.before(
                suite.port(8432),
                SESSIONS,
                Map.of(key + "_app", suite.secret("db." + key + ".app")),
                program.get(),
                folder);
    }

    /** Instead of the suite's own. */
    private Program alone(String key, Pooler pooler) {
        suite.kill(key);
        return Pairs.replica(
                        suite,
                        key,
                        Map.of(
                                "C3PO_POSTGRES_URL",
                                pooler.url(),
                                "C3PO_POSTGRES_DIRECT_URL",
                                "jdbc:postgresql://127.0.0.1:" + suite.port(8432),
                                // A PgBouncer before 1.21 does not find what a driver prepared in another session.
                                "JAVA_TOOL_OPTIONS",
                                "-Dquarkus.datasource.jdbc.additional-jdbc-properties.prepareThreshold=0"))
                .awaitReady();
    }

    private Door doorOf(Program program) {
        return suite.behindTheDoor(program.port() - suite.port(0));
    }

    /** Of the service's role, but for those that go past the pooler and say so. */
    private long sessions(String key) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(suite.port(8432), key),
                        key + "_app",
                        suite.secret("db." + key + ".app"));
                var query = connection.createStatement();
                var row = query.executeQuery("""
                        select count(*) from pg_stat_activity
                        where usename = current_user and application_name = '%s'""".formatted(key))) {
            row.next();
            return row.getLong(1);
        }
    }

    private String limitOfWork(String key, Pooler pooler) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        pooler.url() + "/" + key + "?prepareThreshold=0",
                        key + "_app",
                        suite.secret("db." + key + ".app"));
                var query = connection.createStatement();
                var row = query.executeQuery("show statement_timeout")) {
            row.next();
            return row.getString(1);
        }
    }

    private String file() {
        return "nativeKey,kind,name,department,location,manufacturer,serial\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(n -> "P-%s-%d,HARDWARE,Pooled %d of %s,DEP-LIB,Main Library,Dell,POOL%s%05d\n"
                                .formatted(run, n, n, run, run, n))
                        .collect(Collectors.joining());
    }
}
