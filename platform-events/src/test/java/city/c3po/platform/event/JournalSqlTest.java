package city.c3po.platform.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself guarantees of the journal. */
class JournalSqlTest {
    private static Backbone backbone;

    @BeforeAll
    static void fresh() {
        backbone = new Backbone();
    }

    @AfterAll
    static void close() throws Exception {
        backbone.close();
    }

    @Test
    void anUntouchedChainVerifies() throws SQLException {
        backbone.append("whole", 1);
        backbone.append("whole", 2);
        backbone.append("whole", 3);

        assertNull(brokenVersion("whole"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state       | state = '{\"text\": \"forged\"}'",
                "fact        | fact = '{\"n\": 2}'",
                "actor       | actor = 'mallory'",
                "type        | type = 'city.c3po.note.forged.v1'",
                "occurred    | occurred_at = occurred_at - interval '1 day'",
                "recorded    | recorded_at = recorded_at - interval '1 microsecond'",
                "digest      | state = '{}', state_sha256 = sha256_of('{}')",
                "predecessor | prev_hash = sha256_of('another')"
            })
    void aRowThatWasTamperedWithIsNamed(String name, String change) throws SQLException {
        var id = "tampered-" + name;
        backbone.append(id, 1);
        backbone.append(id, 2);
        backbone.append(id, 3);

        asSuperuser("update journal set " + change + " where aggregate_id = '" + id + "' and version = 2");

        assertEquals(2, brokenVersion(id));
    }

    @Test
    void aRowThatWasCutOutIsNoticed() throws SQLException {
        backbone.append("cut", 1);
        backbone.append("cut", 2);
        backbone.append("cut", 3);

        asSuperuser("delete from outbox");
        asSuperuser("delete from journal where aggregate_id = 'cut' and version = 2");

        assertEquals(3, brokenVersion("cut"));
    }

    @Test
    void contentsMayBeMissingOnlyWhereALaterEventSaysSo() throws SQLException {
        backbone.append("erased", 1);
        backbone.append("erased", 2);
        asSuperuser("update journal set fact = null, state = null where aggregate_id = 'erased' and version = 1");
        assertEquals(1, brokenVersion("erased"));

        try (var connection = backbone.database.asApp();
                var statement = connection.createStatement()) {
            statement.execute("""
                    select journal_append(gen_random_uuid(), 'note', 'erased', 3, 'city.c3po.note.redacted.v1', 's',
                        now(), 'records-officer', 'court order', null, '{}', '{"versions": [1]}', '{}', null,
                        'c3po.backbone.v1')""");
        }

        assertNull(brokenVersion("erased"));
    }

    @Test
    void noRowIsRecordedBeforeAMarkThatWasTold() throws Exception {
        try (var own = new Backbone();
                var connection = own.database.asApp();
                var statement = connection.createStatement()) {
            // Given a clock that was set back: the mark told is ahead of it
            statement.execute("insert into relay_mark values ('c3po.backbone.v1', now() + interval '1 hour')");

            own.append("late", 1);

            try (var row =
                    statement.executeQuery("select recorded_at > (select through from relay_mark) from journal")) {
                row.next();
                assertTrue(row.getBoolean(1));
            }
        }
    }

    @Test
    void aVersionIsWrittenOnceAndWithoutHoles() throws SQLException {
        backbone.append("once", 1);

        assertThrows(SQLException.class, () -> backbone.append("once", 1));
        assertThrows(SQLException.class, () -> backbone.append("once", 3));
        assertThrows(SQLException.class, () -> backbone.append("never-begun", 2));
    }

    @Test
    void manyAtOnceContinueTheirChainsAndAreSent() throws SQLException {
        backbone.append("bulk-1", 1);

        assertEquals(2, appendAll("('bulk-1', 2), ('bulk-2', 1)"));
        backbone.append("bulk-1", 3);

        assertNull(brokenVersion("bulk-1"));
        assertNull(brokenVersion("bulk-2"));
        assertThrows(SQLException.class, () -> appendAll("('bulk-3', 1), ('bulk-4', 2)"));
        try (var connection = backbone.database.asApp();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select count(*) from outbox o join journal j on j.id = o.journal_id
                        where j.aggregate_id like 'bulk-%' and o.topic = 'c3po.backbone.v1'""")) {
            row.next();
            assertEquals(4, row.getLong(1));
        }
    }

    private static long appendAll(String idsAndVersions) throws SQLException {
        try (var connection = backbone.database.asApp();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select journal_append_all($$
                            select 'note' as aggregate_type, id as aggregate_id, version::bigint as version,
                                   'city.c3po.note.written.v1' as type, 's' as schema, now() as occurred_at,
                                   'anna' as actor, null::text as reason, null::text as trace_parent, '{}'::jsonb as access,
                                   '{"n": 1}'::jsonb as fact, '{"text": "ü"}'::jsonb as state, null::jsonb as tasks
                            from (values %s) v (id, version)$$, 'c3po.backbone.v1')""".formatted(idsAndVersions))) {
            row.next();
            return row.getLong(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal set actor = 'mallory'",
                "delete from journal",
                "truncate journal",
                "update business_clock set ahead = interval '1 day'",
                "select business_clock_advance(interval '1 day')",
                "update feed_epoch set epoch = 2",
                "drop table outbox",
                "alter table journal disable trigger all"
            })
    void theRuntimeRoleMayNot(String sql) throws SQLException {
        try (var connection = backbone.database.asApp();
                var statement = connection.createStatement()) {
            var refused = assertThrows(SQLException.class, () -> statement.execute(sql));
            assertEquals("42501", refused.getSQLState(), refused.getMessage());
        }
    }

    @Test
    void nothingHappenedLaterThanItWasRecorded() throws SQLException {
        backbone.append("timely", 1);
        try (var connection = backbone.database.asApp();
                var statement = connection.createStatement()) {
            statement.execute("""
                    select journal_append(gen_random_uuid(), 'note', 'timely', 2, 't', 's', now() + interval '1 year',
                        'anna', null, null, '{}', '{}', '{}', null, 'c3po.backbone.v1')""");
            try (var row = statement.executeQuery("select count(*) from journal where occurred_at > recorded_at")) {
                row.next();
                assertEquals(0, row.getLong(1));
            }
        }
    }

    @Test
    void theBusinessClockMovesForwardOnly() throws SQLException {
        try (var own = new Backbone();
                var connection = own.database.asOwner();
                var statement = connection.createStatement()) {
            own.append("clock", 1);
            statement.execute("select business_clock_advance(interval '60 days')");
            own.append("clock", 2);
            try (var row = statement.executeQuery(
                    "select max(recorded_at) - min(recorded_at) > interval '59 days' from journal")) {
                row.next();
                assertTrue(row.getBoolean(1));
            }
            assertThrows(
                    SQLException.class, () -> statement.execute("select business_clock_advance(interval '-1 day')"));
            assertThrows(SQLException.class, () -> statement.execute("select business_clock_advance(interval '0')"));
        } catch (SQLException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Integer brokenVersion(String id) throws SQLException {
        try (var connection = backbone.database.asApp();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select version from journal_verify('note', '" + id + "')")) {
            return row.next() ? row.getInt(1) : null;
        }
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (var connection = backbone.database.asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
