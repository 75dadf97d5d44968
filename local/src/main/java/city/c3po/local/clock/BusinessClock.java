package city.c3po.local.clock;

import city.c3po.local.part.Refusal;
import city.c3po.local.part.Secrets;
import city.c3po.local.postgres.ServiceDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The business clocks of all services, read and moved together. */
public final class BusinessClock {
    private final String server;
    private final Set<String> keys;
    private final Secrets secrets;

    public BusinessClock(String server, Set<String> keys, Secrets secrets) {
        this.server = server;
        this.keys = keys;
        this.secrets = secrets;
    }

    public Map<String, Instant> now() {
        return each(connection -> {});
    }

    public Map<String, Instant> advance(Step step) {
        return each(connection -> {
            try (var advance = connection.prepareStatement("select business_clock_advance(?::interval)")) {
                advance.setString(1, step.iso());
                advance.execute();
            }
        });
    }

    private Map<String, Instant> each(Work work) {
        var connections = new LinkedHashMap<String, Connection>();
        var times = new LinkedHashMap<String, Instant>();
        var key = "";
        try {
            // All are open before the first one moves: a service that cannot be reached leaves the others in step.
            for (var next : keys) {
                key = next;
                connections.put(key, open(key));
            }
            for (var entry : connections.entrySet()) {
                key = entry.getKey();
                work.on(entry.getValue());
                times.put(key, now(entry.getValue()));
            }
            for (var connection : connections.values()) {
                connection.commit();
            }
            return times;
        } catch (SQLException e) {
            throw new Refusal(
                    "The business clock of %s does not answer (it is made when the service first starts)"
                            .formatted(key),
                    e);
        } finally {
            connections.values().forEach(BusinessClock::close);
        }
    }

    private Connection open(String key) throws SQLException {
        var connection = ServiceDatabases.connect(server, key, ServiceDatabases.owner(key, secrets));
        connection.setAutoCommit(false);
        return connection;
    }

    private static Instant now(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select business_now()")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // Nothing is lost: an uncommitted connection has changed nothing.
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }
}
