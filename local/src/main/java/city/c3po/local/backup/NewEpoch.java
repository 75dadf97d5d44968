package city.c3po.local.backup;

import city.c3po.local.part.Refusal;
import city.c3po.local.postgres.PostgresPart;
import city.c3po.local.postgres.ServiceDatabases;
import city.c3po.local.service.ServiceEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What makes a copied past the present. Whoever outside has taken events or cursors of the time after the backup holds
 * what never was, so every source speaks under a new epoch from now on and tells its whole journal once more, and the
 * feed of changes is forked. The services' own inboxes were copied at the same instant as the journals they were filled
 * from: they go on where they are, under the new epoch, drop what they have taken and take what they have not.
 */
final class NewEpoch {
    /** Epochs count seconds, so that two restores of one backup never share one, on whatever machine. */
    private static final String NEXT = """
        select greatest(max(epoch) + 1, extract(epoch from clock_timestamp() - timestamptz '2025-01-01 00:00:00Z')::int)
        from feed_epoch\
        """;

    private final PostgresPart server;

    NewEpoch(PostgresPart server) {
        this.server = server;
    }

    /** @return the epoch, and by service how many events will be sent again */
    Opened open() {
        var sessions = new LinkedHashMap<ServiceEntry, Connection>();
        try {
            for (var service : ServiceEntry.ALL) {
                var session = ServiceDatabases.connect(server.address(), service.key(), server.superuser());
                sessions.put(service, session);
                session.setAutoCommit(false);
            }
            // A service that has never started has nothing to tell.
            for (var started : List.copyOf(sessions.entrySet())) {
                if (!hasTable(started.getValue(), "feed_epoch")) {
                    sessions.remove(started.getKey()).close();
                }
            }
            var epoch = next(sessions);
            var events = new LinkedHashMap<String, Integer>();
            for (var session : sessions.entrySet()) {
                events.put(session.getKey().key(), open(session.getKey(), session.getValue(), epoch));
            }
            for (var session : sessions.values()) {
                session.commit();
            }
            return new Opened(epoch, events);
        } catch (SQLException e) {
            throw new Refusal("The new epoch cannot be opened", e);
        } finally {
            sessions.values().forEach(NewEpoch::close);
        }
    }

    record Opened(int epoch, Map<String, Integer> events) {}

    private static int next(Map<ServiceEntry, Connection> sessions) throws SQLException {
        var epoch = 0;
        for (var session : sessions.values()) {
            try (var statement = session.createStatement();
                    var row = statement.executeQuery(NEXT)) {
                row.next();
                epoch = Math.max(epoch, row.getInt(1));
            }
        }
        return epoch;
    }

    private static int open(ServiceEntry service, Connection session, int epoch) throws SQLException {
        execute(session, "update feed_epoch set epoch = ?", epoch);
        // What was told to be complete is told anew, from the first event on.
        execute(session, "delete from relay_mark");
        execute(session, "update inbox set epoch = ?", epoch);
        // What waits for an operator, or for what is missing before it, comes again.
        execute(session, "delete from inbox_waiting");
        execute(session, "delete from outbox_parked");
        execute(session, "update inbox_source set epoch = ?, marked = 'epoch'", epoch);
        execute(session, "update inbox_partition set epoch = ?, through = null", epoch);
        if (hasTable(session, "change_counter")) {
            execute(session, "update change_counter set generation = greatest(generation + 1, ?)", epoch);
        }
        return sendAgain(service, session);
    }

    /** The relays carry it, in the order of the journal, and keep apart what can never be sent. */
    private static int sendAgain(ServiceEntry service, Connection session) throws SQLException {
        execute(session, "delete from outbox");
        // A backup of an earlier version gets the column when its service starts, and fills it then.
        var timed = hasColumn(session, "outbox", "recorded_at") ? ", recorded_at" : "";
        try (var fill = session.prepareStatement("""
            insert into outbox (journal_id, topic%1$s)
            select id, 'c3po.' || coalesce(apart.stream, ?) || '.v1'%1$s
            from journal
            left join unnest(?, ?) as apart (aggregate, stream) on apart.aggregate = journal.aggregate_type\
            """.formatted(timed))) {
            var apart = List.copyOf(service.apart().entrySet());
            fill.setString(1, service.key());
            fill.setArray(
                    2,
                    session.createArrayOf(
                            "text", apart.stream().map(Map.Entry::getKey).toArray()));
            fill.setArray(
                    3,
                    session.createArrayOf(
                            "text", apart.stream().map(Map.Entry::getValue).toArray()));
            return fill.executeUpdate();
        }
    }

    private static void execute(Connection session, String change, Object... values) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(change)) {
            for (var at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.execute();
        }
    }

    static boolean hasTable(Connection session, String name) throws SQLException {
        try (var query = session.prepareStatement("select to_regclass(?) is not null")) {
            query.setString(1, name);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static boolean hasColumn(Connection session, String table, String name) throws SQLException {
        try (var columns = session.getMetaData().getColumns(null, "public", table, name)) {
            return columns.next();
        }
    }

    private static void close(Connection session) {
        try {
            session.close();
        } catch (SQLException e) {
            // Nothing is lost: what was not committed has changed nothing.
        }
    }
}
