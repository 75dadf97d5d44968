package city.c3po.reporting.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.reporting.Portfolio;
import city.c3po.testing.Database;
import city.c3po.testing.WithInfra;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class WaitTest {
    private Portfolio portfolio;
    private final Job job = Job.reader();
    private String delta;

    @BeforeEach
    void open() {
        portfolio = new Portfolio();
        delta = job.round("/v1/changes?types=" + portfolio.type).delta();
    }

    @AfterEach
    void close() {
        portfolio.close();
    }

    @Test
    void whoWaitsIsToldAtOnceWhatChanges() throws Exception {
        var waiting = job.getLater(delta, "Prefer", "wait=25");
        portfolio.tell(portfolio.event("a", 1));

        var answer = waiting.get(20, TimeUnit.SECONDS);

        assertEquals(List.of("created a 1"), answer.told());
        assertEquals("wait=25", answer.header("Preference-Applied"));
        assertEquals(List.of(), job.round(answer.delta()).told());
    }

    @Test
    void whatIsThereAlreadyIsNotWaitedFor() throws Exception {
        portfolio.tell(portfolio.event("a", 1));
        assertEquals(
                List.of("created a 1"),
                job.getLater(delta, "Prefer", "wait=30")
                        .get(20, TimeUnit.SECONDS)
                        .told());
    }

    @Test
    void withoutNewsTheAnswerIsEmptyWhenTheTimeIsOver() {
        long before = System.nanoTime();
        var answer = job.page(delta, "Prefer", "wait=1");
        assertEquals(List.of(), answer.told());
        assertTrue(System.nanoTime() - before >= 1_000_000_000L, "it did not wait");
        assertFalse(answer.hasMore());
    }

    @Test
    void whatIsNoNewsToThisReaderDoesNotEndTheWait() throws Exception {
        var waiting = job.getLater(delta, "Prefer", "wait=25");
        portfolio.tell(portfolio.event("secret", 1).access("CONFIDENTIAL"));
        try (var others = new Portfolio()) {
            others.tell(others.event("other", 1));
        }
        assertFalse(waiting.isDone());

        portfolio.tell(portfolio.event("a", 1));

        assertEquals(List.of("created a 1"), waiting.get(20, TimeUnit.SECONDS).told());
    }

    @Test
    void whileNothingConcernsTheReaderItsPlaceMovesOn() {
        portfolio.tell(portfolio.event("secret", 1).access("CONFIDENTIAL"));
        var answer = job.page(delta, "Prefer", "wait=1");
        assertEquals(List.of(), answer.told());
        assertNotEquals(delta, answer.delta());
    }

    @Test
    void aChangeOfAnotherReplicaEndsTheWaitToo() throws Exception {
        var waiting = job.getLater(delta, "Prefer", "wait=25");
        // as another replica would: nothing in this process hears of it
        asAnotherReplica("""
                insert into change (seq, subject_type, subject_id, version, op, present_before, present, changes, state, access, occurred_at,
                                    recorded_at, source)
                select head + 1, '%s', 'b', 1, 'created', false, true, '[]', '{}', '{"classification": "PUBLIC"}', now(), now(),
                       'portfolio' from change_counter""".formatted(portfolio.type));

        assertEquals(List.of("created b 1"), waiting.get(20, TimeUnit.SECONDS).told());
    }

    private static void asAnotherReplica(String append) throws SQLException {
        try (var connection = Database.current().asApp();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select head from change_counter for update");
            statement.execute(append);
            statement.execute("update change_counter set head = head + 1");
            connection.commit();
        }
    }

    @Test
    void manyWaitWithoutHoldingWhatOthersNeed() throws Exception {
        int pool = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.max-size", Integer.class);
        var waiting = new ArrayList<CompletableFuture<Job.Answer>>();
        for (int n = 0; n < 25 * pool; n++) {
            waiting.add(job.getLater(delta, "Prefer", "wait=30"));
        }
        Portfolio.await("all have asked", () -> waitingThreads() >= waiting.size());

        assertEquals(200, job.get("/v1/changes?limit=1").status());
        assertTrue(
                Portfolio.count("select count(*) from pg_stat_activity where datname = current_database()"
                                + " and application_name = 'reporting' and state <> 'idle'")
                        < pool,
                "connections in use");
        portfolio.tell(portfolio.event("a", 1));

        for (var one : waiting) {
            assertEquals(List.of("created a 1"), one.get(30, TimeUnit.SECONDS).told());
        }
    }

    /** Requests that the server has taken and not yet answered. */
    private static long waitingThreads() {
        return Arc.container().instance(Feed.class).get().waiting();
    }

    @Test
    void aWishWeDoNotKnowIsPassedOver() {
        for (var wish : List.of("wait", "wait=-1", "wait=soon", "respond-async", "handling=lenient", "wait=0", ";;,")) {
            assertEquals(200, job.get(delta, "Prefer", wish).status(), wish);
        }
    }
}
