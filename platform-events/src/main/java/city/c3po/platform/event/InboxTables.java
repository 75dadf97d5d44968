package city.c3po.platform.event;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The inbox's tables, a batch at a time: one statement for all rows, in an order that two replicas share. */
final class InboxTables {
    /** A source's row. */
    record Source(int epoch, Instant marked, SequencedMap<InboxSubject, Instant> parked) {}

    /** A record that waits; without an id as long as it is not stored. */
    record Waiting(
            @Nullable UUID id, InboxRecord record, @Nullable String error) {
        Waiting with(String newError) {
            return new Waiting(id, record, newError);
        }
    }

    private static final String KEYS =
            "unnest(?::text[], ?::int[], ?::text[], ?::text[]) as k (source, epoch, aggregate_type, aggregate_id)";
    private static final String WAITING_COLUMNS =
            "w.id, w.source, w.partition, w.record_offset, w.record_key, w.record_headers, w.record_value, w.error";

    private final Connection connection;

    /** Plans are made for the tables as they are: one kept from when they were empty would scan them when full. */
    InboxTables(Connection connection) throws SQLException {
        this.connection = connection;
        try (var set = connection.prepareStatement("select set_config('plan_cache_mode', 'force_custom_plan', true)")) {
            set.execute();
        }
    }

    /** Without a lock: to know which lock is needed. */
    Source source(String source) throws SQLException {
        try (var insert =
                connection.prepareStatement("insert into inbox_source (source) values (?) on conflict do nothing")) {
            insert.setString(1, source);
            insert.execute();
        }
        return source(source, "");
    }

    /** Shared, so that nobody opens another epoch meanwhile; alone by whoever will change it, or two would wait for each other. */
    Source lock(String source, boolean alone) throws SQLException {
        return source(source, alone ? "for no key update" : "for share");
    }

    private Source source(String source, String lock) throws SQLException {
        try (var query = connection.prepareStatement(
                "select epoch, marked, parked::text from inbox_source where source = ? " + lock)) {
            query.setString(1, source);
            try (var row = query.executeQuery()) {
                row.next();
                return new Source(
                        row.getInt(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        InboxParked.of(row.getString(3)));
            }
        }
    }

    void save(String source, Source now) throws SQLException {
        try (var update = connection.prepareStatement(
                "update inbox_source set epoch = ?, marked = ?, parked = ?::jsonb where source = ?")) {
            update.setInt(1, now.epoch());
            update.setObject(2, now.marked().atOffset(ZoneOffset.UTC));
            update.setString(3, InboxParked.toJson(now.parked()));
            update.setString(4, source);
            update.execute();
        }
    }

    /** What an earlier epoch left counts no more. */
    void forgetBefore(String source, int epoch) throws SQLException {
        for (var table : List.of("inbox", "inbox_waiting")) {
            try (var delete = connection.prepareStatement("delete from " + table + " where source = ? and epoch < ?")) {
                delete.setString(1, source);
                delete.setInt(2, epoch);
                delete.execute();
            }
        }
    }

    /** All subjects' rows, made where there are none, locked until the end of the transaction. */
    Map<InboxKey, InboxRow> lock(Collection<InboxKey> keys) throws SQLException {
        var rows = new HashMap<InboxKey, InboxRow>();
        if (keys.isEmpty()) {
            return rows;
        }
        try (var insert = connection.prepareStatement("""
                insert into inbox (source, epoch, aggregate_type, aggregate_id)
                select k.* from %s order by 1, 2, 3, 4 on conflict do nothing""".formatted(KEYS))) {
            bind(insert, 1, keys);
            insert.execute();
        }
        try (var query = connection.prepareStatement("""
                select i.source, i.epoch, i.aggregate_type, i.aggregate_id, i.version, i.gap_since is not null
                from %s join inbox i using (source, epoch, aggregate_type, aggregate_id)
                order by 1, 2, 3, 4 for update of i""".formatted(KEYS))) {
            bind(query, 1, keys);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    rows.put(key(row), new InboxRow(row.getLong(5), row.getBoolean(6)));
                }
            }
        }
        return rows;
    }

    void save(Map<InboxKey, InboxRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var update = connection.prepareStatement("""
                update inbox i
                set version = k.version, gap_since = case when k.gap then coalesce(i.gap_since, business_now()) end
                from unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::bigint[], ?::boolean[])
                     as k (source, epoch, aggregate_type, aggregate_id, version, gap)
                where i.source = k.source and i.epoch = k.epoch
                  and i.aggregate_type = k.aggregate_type and i.aggregate_id = k.aggregate_id""")) {
            bind(update, 1, rows.keySet());
            update.setArray(5, array("bigint", rows.values().stream().map(InboxRow::version)));
            update.setArray(6, array("boolean", rows.values().stream().map(InboxRow::gap)));
            update.execute();
        }
    }

    /** What waits of these subjects, by version. */
    Map<InboxKey, TreeMap<Long, Waiting>> waiting(Collection<InboxKey> keys) throws SQLException {
        var waiting = new HashMap<InboxKey, TreeMap<Long, Waiting>>();
        if (keys.isEmpty()) {
            return waiting;
        }
        try (var query = connection.prepareStatement("""
                select %s, w.epoch, w.aggregate_type, w.aggregate_id, w.version
                from %s join inbox_waiting w using (source, epoch, aggregate_type, aggregate_id)""".formatted(WAITING_COLUMNS, KEYS))) {
            bind(query, 1, keys);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var one = waiting(row);
                    var key = new InboxKey(
                            one.record().source(),
                            row.getInt(9),
                            new InboxSubject(row.getString(10), row.getString(11)));
                    waiting.computeIfAbsent(key, k -> new TreeMap<>()).put(row.getLong(12), one);
                }
            }
        }
        return waiting;
    }

    @Nullable Waiting waiting(UUID id) throws SQLException {
        try (var query = connection.prepareStatement(
                "select " + WAITING_COLUMNS + " from inbox_waiting w where id = ? for update")) {
            query.setObject(1, id);
            try (var row = query.executeQuery()) {
                return row.next() ? waiting(row) : null;
            }
        }
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        var record = new InboxRecord(
                row.getString(2),
                row.getInt(3),
                row.getLong(4),
                row.getBytes(5),
                InboxRecord.headersOf(row.getString(6)),
                row.getBytes(7));
        return new Waiting(row.getObject(1, UUID.class), record, row.getString(8));
    }

    /** Again with an error: the error is the newer one. */
    void letWait(InboxRecord record, @Nullable InboxEnvelope envelope, @Nullable String error) throws SQLException {
        var conflict = envelope == null
                ? "(source, partition, record_offset) where aggregate_id is null"
                : "(source, epoch, aggregate_type, aggregate_id, version)";
        try (var insert = connection.prepareStatement("""
                insert into inbox_waiting as w (source, epoch, aggregate_type, aggregate_id, version, partition,
                    record_offset, record_key, record_headers, record_value, error)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict %s do update set error = excluded.error
                where excluded.error is distinct from w.error and excluded.error is not null""".formatted(conflict))) {
            insert.setString(1, record.source());
            insert.setObject(2, envelope == null ? null : envelope.epoch(), Types.INTEGER);
            insert.setString(3, envelope == null ? null : envelope.subject().type());
            insert.setString(4, envelope == null ? null : envelope.subject().id());
            insert.setObject(5, envelope == null ? null : envelope.version(), Types.BIGINT);
            insert.setInt(6, record.partition());
            insert.setLong(7, record.offset());
            insert.setBytes(8, record.key());
            insert.setString(9, record.headersAsJson());
            insert.setBytes(10, record.value());
            insert.setString(11, error);
            insert.execute();
        }
    }

    void blame(UUID waiting, String error) throws SQLException {
        try (var update = connection.prepareStatement("update inbox_waiting set error = ? where id = ?")) {
            update.setString(1, error);
            update.setObject(2, waiting);
            update.execute();
        }
    }

    void release(Collection<UUID> waiting) throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement("delete from inbox_waiting where id = any (?)")) {
            delete.setArray(1, connection.createArrayOf("uuid", waiting.toArray()));
            delete.execute();
        }
    }

    /** How far the partitions of a source are in an epoch. */
    Map<Integer, Instant> marks(String source, int epoch) throws SQLException {
        try (var query = connection.prepareStatement(
                "select partition, through from inbox_partition where source = ? and epoch = ? and through is not null")) {
            query.setString(1, source);
            query.setInt(2, epoch);
            try (var row = query.executeQuery()) {
                var marks = new HashMap<Integer, Instant>();
                while (row.next()) {
                    marks.put(
                            row.getInt(1),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                }
                return marks;
            }
        }
    }

    /** Never backwards within an epoch; a new epoch begins anew. */
    void mark(String source, int partition, int epoch, Instant through) throws SQLException {
        try (var upsert = connection.prepareStatement("""
                insert into inbox_partition as p (source, partition, epoch, through) values (?, ?, ?, ?)
                on conflict (source, partition) do update set
                    through = case when excluded.epoch = p.epoch then greatest(p.through, excluded.through)
                                   else excluded.through end,
                    epoch = excluded.epoch
                where excluded.epoch >= p.epoch""")) {
            upsert.setString(1, source);
            upsert.setInt(2, partition);
            upsert.setInt(3, epoch);
            upsert.setObject(4, through.atOffset(ZoneOffset.UTC));
            upsert.execute();
        }
    }

    /** Partitions of which nothing is known yet. */
    void expect(String source, int partitions) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into inbox_partition (source, partition)
                select ?, n from generate_series(0, ? - 1) n on conflict do nothing""")) {
            insert.setString(1, source);
            insert.setInt(2, partitions);
            insert.execute();
        }
    }

    private void bind(PreparedStatement statement, int first, Collection<InboxKey> keys) throws SQLException {
        statement.setArray(first, array("text", keys.stream().map(InboxKey::source)));
        statement.setArray(first + 1, array("int", keys.stream().map(InboxKey::epoch)));
        statement.setArray(
                first + 2, array("text", keys.stream().map(key -> key.subject().type())));
        statement.setArray(
                first + 3, array("text", keys.stream().map(key -> key.subject().id())));
    }

    private Array array(String type, java.util.stream.Stream<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private static InboxKey key(ResultSet row) throws SQLException {
        return new InboxKey(row.getString(1), row.getInt(2), new InboxSubject(row.getString(3), row.getString(4)));
    }
}
