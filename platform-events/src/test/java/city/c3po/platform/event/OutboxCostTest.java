package city.c3po.platform.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What carrying a batch costs is a matter of the batch, not of what waits behind it or has long been sent. */
class OutboxCostTest {
    private static final int SENT = 5_000;
    /** So much that a planner left to itself begins with the journal, where what was sent lies before what waits. */
    private static final int WAITING = 35_000;

    @Test
    void aBatchAndAMarkReadNoMoreThanTheyTell() throws Exception {
        try (var backbone = new Backbone();
                var owner = backbone.database.asOwner();
                var connection = backbone.database.asApp()) {
            fill(connection);
            execute(owner, "delete from outbox where journal_id <= " + SENT);
            execute(owner, "analyze");

            var next = rowsRead(owner, Outbox.NEXT);
            var oldest = rowsRead(owner, Watermark.T2);
            var gaps = rowsRead(owner, Watermark.GAPS);

            assertTrue(next <= 2 * Outbox.BATCH, "a batch read " + next + " rows");
            assertTrue(oldest <= 2, "the oldest read " + oldest + " rows");
            assertEquals(0, gaps, "nothing is older than what was told");
        }
    }

    private static void fill(Connection connection) throws SQLException {
        execute(connection, """
                select journal_append_all($$
                    select 'note' as aggregate_type, n::text as aggregate_id, 1 as version,
                           'city.c3po.note.written.v1' as type, 's' as schema, now() as occurred_at, 'anna' as actor,
                           null::text as reason, null::text as trace_parent, '{}'::jsonb as access,
                           '{}'::jsonb as fact, '{}'::jsonb as state, null::jsonb as tasks
                    from generate_series(1, %d) n$$, '%s')""".formatted(SENT + WAITING, Backbone.TOPIC));
        execute(
                connection,
                "insert into relay_mark values ('%s', now() - interval '1 hour')".formatted(Backbone.TOPIC));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** From tables, as the server counted. */
    private static long rowsRead(Connection connection, String sql) throws Exception {
        var explain = "explain (analyze, format json) " + sql.replace("?", "'" + Backbone.TOPIC + "'");
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(explain)) {
            row.next();
            return rowsRead(new ObjectMapper().readTree(row.getString(1)).at("/0/Plan"));
        }
    }

    private static long rowsRead(JsonNode node) {
        long rows = node.path("Relation Name").asText().matches("outbox|journal")
                ? Math.round((node.path("Actual Rows").asDouble()
                                + node.path("Rows Removed by Filter").asDouble())
                        * node.path("Actual Loops").asDouble())
                : 0;
        for (var inner : node.path("Plans")) {
            rows += rowsRead(inner);
        }
        return rows;
    }
}
