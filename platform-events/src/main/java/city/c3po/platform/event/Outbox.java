package city.c3po.platform.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What one topic has still to send, as the lease holder sees it. Each statement is a transaction of its own. */
final class Outbox {
    static final int BATCH = 500;

    /**
     * A waiting event and whose it is, found from the outbox: {@code offset 0} keeps the planner from reading the journal
     * from its beginning, which it does when the outbox has long been full.
     */
    static final String WAITING = """
            from outbox o
            cross join lateral (select * from journal where id = o.journal_id offset 0) j
            where o.topic = ?
              and not exists (
                  select from outbox_parked p
                  where p.topic = o.topic and p.aggregate_type = j.aggregate_type and p.aggregate_id = j.aggregate_id)""";

    static final String NEXT =
            "select %s %s order by o.journal_id limit %d".formatted(JournalRow.COLUMNS, WAITING, BATCH);

    private final Connection connection;
    private final String topic;

    Outbox(Connection connection, String topic) {
        this.connection = connection;
        this.topic = topic;
    }

    List<JournalRow> next() throws SQLException {
        try (var query = connection.prepareStatement(NEXT)) {
            query.setString(1, topic);
            try (var row = query.executeQuery()) {
                var rows = new ArrayList<JournalRow>();
                while (row.next()) {
                    rows.add(JournalRow.of(row));
                }
                return rows;
            }
        }
    }

    void delete(List<Long> sent) throws SQLException {
        if (sent.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement("delete from outbox where journal_id = any (?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", sent.toArray()));
            delete.executeUpdate();
        }
    }

    void park(JournalRow row, String error) throws SQLException {
        try (var park = connection.prepareStatement("""
                insert into outbox_parked (topic, aggregate_type, aggregate_id, error, since)
                values (?, ?, ?, ?, business_now()) on conflict do nothing""")) {
            park.setString(1, topic);
            park.setString(2, row.aggregateType());
            park.setString(3, row.aggregateId());
            park.setString(4, error);
            park.executeUpdate();
        }
    }

    int epoch() throws SQLException {
        try (var query = connection.prepareStatement("select epoch from feed_epoch");
                var row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
