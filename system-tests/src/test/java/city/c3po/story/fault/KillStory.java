package city.c3po.story.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.cast.JournalRows;
import city.c3po.story.cast.Proposals;
import city.c3po.story.cast.ReportingJob;
import city.c3po.story.suite.Answer;
import city.c3po.story.suite.Crowd;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@TheSuite
@Order(9)
class KillStory {
    private static final int CLIENTS = 8;
    private static final List<String> VICTIMS = List.of("portfolio", "kafka", "postgres", "reporting");
    private static final int INITIATIVES_BY_VICTIM = 50;
    private static final int INITIATIVES = VICTIMS.size() * INITIATIVES_BY_VICTIM;
    /** Into its share of the load, when a victim dies: some is written, and most is still to come. */
    private static final int BEFORE_THE_KILL = 10;

    private final RunningSuite suite;
    private final JournalRows journal;
    /** What was answered 2xx. */
    private final ConcurrentLinkedQueue<Answer> promised = new ConcurrentLinkedQueue<>();

    private final AtomicInteger setbacks = new AtomicInteger();
    private final AtomicInteger submitted = new AtomicInteger();
    private final Semaphore mayBegin = new Semaphore(0);

    KillStory(RunningSuite suite) {
        this.suite = suite;
        this.journal = new JournalRows(suite, "portfolio");
    }

    @AfterEach
    void nothing_stays_dead() {
        suite.mend();
    }

    @Test
    void whatever_is_killed_under_load_every_promise_is_kept_and_told_once_in_order() throws Exception {
        var head = journal.head();
        try (var clients = new Crowd(CLIENTS, client -> () -> submitShare(client))) {
            VICTIMS.forEach(victim -> killDuringLoad(victim, clients));
            clients.awaitEnd();
        }
        var recorded = journal.versionsAfter("initiative", head);

        assertTrue(setbacks.get() > 0, "the blows were felt");
        assertEquals(INITIATIVES, recorded.size(), "each initiative once, however often it was sent");
        promised.forEach(answer -> assertTrue(
                recorded.getOrDefault(answer.text("/id"), List.of()).contains(version(answer)),
                () -> "promised, but not in the journal: " + answer));

        var told = new ReportingJob(suite.door().as("reporting-job"), "/v1/changes?mode=log").pullUntil(Instant.now());

        assertEquals(recorded, versionsIn(told, recorded), "all versions of each initiative, once, in order");
        told.sources()
                .forEach(source -> assertEquals("live", source.get("state").asText(), "no gap left: " + source));
        var ppm = suite.door().as("ppm");
        for (var id : recorded.keySet()) {
            var verification =
                    ppm.get("/v1/initiatives/%s/history/verify".formatted(id)).expect(200);
            assertTrue(verification.json().get("verified").asBoolean(), verification::toString);
        }
    }

    private Void submitShare(int client) throws InterruptedException {
        var door = suite.door().as("submitter");
        var system = new StubbornClient(setbacks);
        for (var n = 0; n < INITIATIVES / CLIENTS; n++) {
            mayBegin.acquire();
            var draft = system.post(
                    door,
                    "/v1/initiatives",
                    Proposals.major("Initiative %d of client %d".formatted(n, client))
                            .toString());
            promised.add(draft);
            promised.add(system.post(door.ifMatch(draft), draft.text("/href") + "/submit", ""));
            submitted.incrementAndGet();
        }
        return null;
    }

    private void killDuringLoad(String victim, Crowd clients) {
        var before = submitted.get();
        var blow = suite.aimAt(victim);
        mayBegin.release(INITIATIVES_BY_VICTIM);
        clients.await("load on " + victim, () -> submitted.get() >= before + BEFORE_THE_KILL);
        blow.run();
        suite.start(victim);
        clients.await(
                "all submitted although %s died".formatted(victim),
                () -> submitted.get() >= before + INITIATIVES_BY_VICTIM);
    }

    /** In the order of the feed, of those the journal knows. */
    private static Map<String, List<Long>> versionsIn(ReportingJob.Round told, Map<String, List<Long>> recorded) {
        var versions = new LinkedHashMap<String, List<Long>>();
        for (var id : recorded.keySet()) {
            versions.put(
                    id,
                    told.about(id).stream()
                            .map(item -> item.at("/subject/version").asLong())
                            .toList());
        }
        return versions;
    }

    private static long version(Answer answer) {
        return Long.parseLong(answer.etag().replaceAll("^\"(\\d+)\\..*$", "$1"));
    }
}
