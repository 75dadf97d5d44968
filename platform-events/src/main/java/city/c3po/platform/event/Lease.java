package city.c3po.platform.event;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The right of one replica to do what only one may do: a session advisory lock on a connection of its own, which
 * bypasses any transaction pooler. Whoever loses the connection loses the lease, and its work with it, because the
 * holder works on this very connection.
 */
final class Lease implements AutoCloseable {
    /**
     * A host that vanishes does not close its connection. The server finds out by itself within seconds, instead of
     * after its two hours, and lets the lock go. The limits of requests are not those of the holder's work.
     */
    private static final String NOTICE_A_LOST_HOLDER = """
            set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0;
            set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3;
            set tcp_user_timeout = '10s'; set idle_session_timeout = '2min'""";

    private final Connection connection;
    private boolean held;

    private Lease(Connection connection) {
        this.connection = connection;
    }

    /** Where and as whom leases connect. */
    record Address(String url, String user, String password, String application) {
        Lease connect() throws SQLException {
            var how = new Properties();
            how.setProperty("user", user);
            how.setProperty("password", password);
            how.setProperty("ApplicationName", application);
            how.setProperty("connectTimeout", "5");
            how.setProperty("socketTimeout", "30");
            how.setProperty("tcpKeepAlive", "true");
            var connection = DriverManager.getConnection(url, how);
            try (var set = connection.createStatement()) {
                set.execute(NOTICE_A_LOST_HOLDER);
            }
            return new Lease(connection);
        }
    }

    boolean tryHold(String what) throws SQLException {
        try (var query = connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
            query.setString(1, "lease/" + what);
            try (var row = query.executeQuery()) {
                row.next();
                held = row.getBoolean(1);
                return held;
            }
        }
    }

    boolean held() {
        return held;
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
