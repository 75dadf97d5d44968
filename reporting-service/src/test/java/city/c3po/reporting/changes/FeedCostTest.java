package city.c3po.reporting.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.platform.actor.Actor;
import city.c3po.reporting.Portfolio;
import city.c3po.testing.Database;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a pull costs depends on the stretch of the log it looks at, not on the length of the log. */
@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class FeedCostTest {
    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");
    private static final Actor READER = new Actor(
            "job", "issuer", "reporting-job", "Job", Set.of("reader"), Set.of(), Set.of(), Set.of(), null, null);

    @ParameterizedTest
    @EnumSource(Mode.class)
    void theLastHundredChangesCostTheSameHoweverLongTheLogIs(Mode mode) throws SQLException {
        grow(2_000);
        var inShort = plan(mode, 100);
        grow(40_000);
        var inLong = plan(mode, 100);

        assertFalse(inLong.contains("Seq Scan on change"), inLong);
        assertTrue(inLong.contains("change_pkey"), inLong);
        assertTrue(
                buffers(inLong) <= 2 * buffers(inShort),
                "pages of memory touched: " + buffers(inShort) + " then " + buffers(inLong) + "\n" + inLong);
    }

    @Test
    void oneItemPerSubjectIsFoundByIndexAlone() throws SQLException {
        grow(40_000);
        var plan = plan(Mode.NET, 2_000);
        assertFalse(plan.contains("Seq Scan"), plan);
        assertFalse(plan.contains("Hash"), plan);
        assertTrue(plan.contains("change_of_subject"), plan);
    }

    @Test
    void aPageLooksAtTenThousandChangesAndMayBeEmpty() throws SQLException {
        grow(25_000);
        try (var portfolio = new Portfolio()) {
            portfolio.tell(portfolio.event("last", 1));
            var round = Job.reader().round("/v1/changes?types=" + portfolio.type);

            assertEquals(List.of("snapshot last 1"), round.told());
            long log = Portfolio.count("select head from change_counter");
            assertEquals(
                    (log + LogWindow.WIDTH - 1) / LogWindow.WIDTH, round.pages().size());
            assertTrue(round.pages().getFirst().items().isEmpty()
                    && round.pages().getFirst().hasMore());
        }
    }

    /** Changes of a thousand subjects, none of which concerns another test. */
    private static void grow(long changes) throws SQLException {
        try (var connection = Database.current().asOwner();
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select head from change_counter for update");
            sql.execute("""
                    insert into change (seq, subject_type, subject_id, version, op, present_before, present, changes, state,
                                        access, occurred_at, recorded_at, source, previous)
                    select head + n, 'bulk', 'b' || n %% 1000, n, 'updated', true, true, '[]',
                           jsonb_build_object('text', repeat('x', 400)), '{"classification": "INTERNAL"}', now(), now(), 'portfolio',
                           coalesce(lag(head + n) over (partition by n %% 1000 order by n),
                                    (select max(seq) from change where subject_type = 'bulk' and subject_id = 'b' || n %% 1000))
                    from change_counter, generate_series(1, %d) n
                    order by n""".formatted(changes));
            sql.execute("update change_counter set head = head + " + changes);
            connection.commit();
            connection.setAutoCommit(true);
            sql.execute("vacuum analyze change");
        }
    }

    private static String plan(Mode mode, long stretch) throws SQLException {
        long head = Portfolio.count("select head from change_counter");
        var filters = Filters.NONE;
        var place = new Bookmark(
                mode, false, head - stretch, head - stretch, head, 1, Instant.EPOCH, filters.digest(), "", 50);
        try (var connection = Database.current().asApp()) {
            return new LogWindow(Reader.of(READER), filters).explain(connection, place);
        }
    }

    private static long buffers(String plan) {
        // the first line of buffers is that of the whole
        var buffers = BUFFERS.matcher(plan);
        assertTrue(buffers.find(), plan);
        return Long.parseLong(buffers.group(1)) + (buffers.group(2) == null ? 0 : Long.parseLong(buffers.group(2)));
    }
}
