package city.c3po.inventory.bulk;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Connections for work that takes minutes: outside the pool, without its time limits, and under a name that the watermark
 * of the main topic passes over. Nothing written here may be an event of that topic.
 */
@Singleton
public class Bulk {
    private static final String LIMITS = """
            set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = '10min';
            set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3""";

    private final String url;
    private final String user;
    private final String password;
    private final String application;

    Bulk(
            @ConfigProperty(name = "quarkus.flyway.jdbc-url") String pastAnyPooler,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            @ConfigProperty(name = "c3po.key") String key) {
        this.url = pastAnyPooler;
        this.user = user;
        this.password = password;
        this.application = key + "-bulk";
    }

    public Connection connect() throws SQLException {
        var how = new Properties();
        how.setProperty("user", user);
        how.setProperty("password", password);
        how.setProperty("ApplicationName", application);
        how.setProperty("connectTimeout", "5");
        how.setProperty("tcpKeepAlive", "true");
        var connection = DriverManager.getConnection(url, how);
        try (var set = connection.createStatement()) {
            set.execute(LIMITS);
        }
        return connection;
    }

    /** With the turn of whoever works on many assets: empty when somebody else has it. It ends with the connection. */
    public Optional<Connection> takeTurn() throws SQLException {
        var connection = connect();
        try (var query = connection.createStatement();
                var row = query.executeQuery("select pg_try_advisory_lock(hashtextextended('inventory/imports', 0))")) {
            row.next();
            if (row.getBoolean(1)) {
                connection.setAutoCommit(false);
                return Optional.of(connection);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return Optional.empty();
    }
}
