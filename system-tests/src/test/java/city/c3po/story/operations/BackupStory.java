package city.c3po.story.operations;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.cast.Department;
import city.c3po.story.cast.JournalRows;
import city.c3po.story.cast.Proposals;
import city.c3po.story.cast.ReportingJob;
import city.c3po.story.suite.Answer;
import city.c3po.story.suite.Crowd;
import city.c3po.story.suite.Door;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@TheSuite
@Order(90)
class BackupStory {
    private static final int CLIENTS = 4;
    private static final String LOG = "/v1/changes?mode=log";

    private final RunningSuite suite;
    private final Door department;
    private final Door job;
    private final JournalRows journal;
    private final ConcurrentLinkedQueue<Promise> promises = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean enough = new AtomicBoolean();

    @TempDir
    Path folder;

    /** An answer with 2xx, and when it was in the client's hands. */
    private record Promise(Answer answer, Instant at) {
        String initiative() {
            return answer.text("/id");
        }

        long version() {
            return Long.parseLong(answer.etag().replaceAll("^\"(\\d+)\\..*$", "$1"));
        }
    }

    BackupStory(RunningSuite suite) {
        this.suite = suite;
        this.department = suite.door().as("submitter");
        this.job = suite.door().as("reporting-job");
        this.journal = new JournalRows(suite, "portfolio");
    }

    @Test
    void what_was_answered_before_a_backup_is_there_after_a_restore_and_cursors_learn_of_it() throws Exception {
        var head = journal.head();
        var early = new ReportingJob(job, LOG);
        early.pullUntil(businessTime());
        var key = java.util.UUID.randomUUID().toString();
        var keyed = department.with("Idempotency-Key", key);
        var draft = keyed.post("/v1/initiatives", Proposals.minor("Asked for twice"))
                .expect(201);

        // somebody of another story may have rewritten rows: a backup neither mends nor breaks
        var broken = brokenChains();
        var backup = backUpUnderLoad();

        var taken = Instant.parse(described(backup).getProperty("taken"));
        var lost = new Department(department).submit(Proposals.minor("Written after the backup"));
        var late = new ReportingJob(job, LOG);
        late.pullUntil(businessTime());
        suite.c3po("down", "--wipe");

        suite.restore(backup);

        var recorded = journal.versionsAfter("initiative", head);
        var before = promises.stream()
                .filter(promise -> promise.at().isBefore(taken))
                .toList();
        assertTrue(before.size() > CLIENTS, "there was load before the copy ended: " + before.size());
        for (var promise : before) {
            assertTrue(
                    recorded.getOrDefault(promise.initiative(), List.of()).contains(promise.version()),
                    () -> "answered before %s and lost: %s".formatted(taken, promise));
        }
        assertEquals(404, department.get(lost.text("/href")).status(), "what came after the backup never was");
        assertEquals(broken, brokenChains());
        for (var id : recorded.keySet()) {
            var verification = suite.door()
                    .as("ppm")
                    .get("/v1/initiatives/%s/history/verify".formatted(id))
                    .expect(200);
            assertTrue(verification.json().get("verified").asBoolean(), verification::toString);
        }
        assertEquals(
                draft.text("/id"),
                keyed.post("/v1/initiatives", Proposals.minor("Asked for twice"))
                        .expect(201)
                        .text("/id"),
                "a request that was answered is not carried out again");
        learnsOfIt(early.position(), recorded);
        learnsOfIt(late.position(), recorded);
    }

    private Path backUpUnderLoad() throws Exception {
        var backup = folder.resolve("backup");
        try (var clients = new Crowd(CLIENTS, client -> () -> submitUntilEnough(client))) {
            awaitPromises(CLIENTS, clients);
            suite.c3po("backup", backup.toString());
            // the load went on behind the end of the copy
            awaitPromises(promises.size() + CLIENTS, clients);
            enough.set(true);
            clients.awaitEnd();
        }
        return backup;
    }

    /** Nobody notices that a backup is under way: each write is answered as ever. */
    private Void submitUntilEnough(int client) {
        for (var n = 0; !enough.get(); n++) {
            var draft = new Department(department).draft(Proposals.minor("Plan %d of client %d".formatted(n, client)));
            promises.add(new Promise(draft, Instant.now()));
            var submitted = new Department(department).submit(draft);
            promises.add(new Promise(submitted, Instant.now()));
        }
        return null;
    }

    private void awaitPromises(int count, Crowd clients) {
        clients.await("%d answers".formatted(count), () -> promises.size() >= count);
    }

    /** A reader of before is told so, and where to begin again: there it finds everything once, and new things too. */
    private void learnsOfIt(String position, Map<String, List<Long>> recorded) throws SQLException {
        var gone = job.get(position).expect(410);
        assertAll(
                () -> assertEquals("feed-rewound", gone.text("/code")),
                () -> assertEquals("replay", gone.text("/resync/action")),
                () -> assertEquals(gone.header("Location"), gone.text("/resync/from")));

        var news = new Department(department).submit(Proposals.minor("Written after the restore"));
        var told = new ReportingJob(job, gone.header("Location")).pullUntil(businessTime());

        for (var initiative : recorded.entrySet()) {
            assertEquals(initiative.getValue(), versions(told, initiative.getKey()), "once each, and in order");
        }
        assertTrue(!versions(told, news.text("/id")).isEmpty(), "life goes on");
        told.sources()
                .forEach(source -> assertEquals("live", source.get("state").asText(), "no gap left: " + source));
    }

    private static List<Long> versions(ReportingJob.Round told, String id) {
        return told.about(id).stream()
                .map(item -> item.at("/subject/version").asLong())
                .toList();
    }

    /** Of all services, whoever may see the record. */
    private List<String> brokenChains() throws SQLException {
        var broken = new ArrayList<String>();
        for (var key : suite.services().keySet()) {
            try (var connection = suite.database(key);
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("""
                        select chain.aggregate_type || ' ' || chain.aggregate_id || ': ' || found.fault
                        from (select distinct aggregate_type, aggregate_id from journal) chain,
                             lateral journal_verify(chain.aggregate_type, chain.aggregate_id) found order by 1\
                        """)) {
                while (rows.next()) {
                    broken.add(key + " " + rows.getString(1));
                }
            }
        }
        return broken;
    }

    /** Stories before this one may have moved the business clock. */
    private Instant businessTime() throws SQLException {
        try (var connection = suite.database("portfolio");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select business_now()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static Properties described(Path backup) throws IOException {
        var lines = new Properties();
        try (var in = Files.newBufferedReader(backup.resolve("backup.properties"))) {
            lines.load(in);
        }
        return lines;
    }
}
