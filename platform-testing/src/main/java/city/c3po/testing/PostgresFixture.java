package city.c3po.testing;

import city.c3po.testing.infra.Endpoints;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.postgresql.util.PSQLState;

/** The shared PostgreSQL server. Every test JVM gets databases of its own, with the production pair of roles. */
public final class PostgresFixture {
    private static final String DUPLICATE_ROLE = "42710";
    private final Endpoints endpoints;

    PostgresFixture(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    public int port() {
        return endpoints.postgresPort();
    }

    /** Without a database name, as {@code C3PO_POSTGRES_URL} has it. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port();
    }

    /**
     * Creates a database with a name nobody else has, owned by {@code <key>_owner}; {@code <key>_app} may connect, owns
     * nothing and sees the statistics of other roles.
     */
    public Database freshDatabase(String key) {
        var name = key + "_"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        var owner = key + "_owner";
        var app = key + "_app";
        try (var admin = superuser("postgres");
                var sql = admin.createStatement()) {
            createRole(admin, owner);
            createRole(admin, app);
            sql.execute("grant pg_read_all_stats to " + app);
            sql.execute("create database " + name + " owner " + owner);
            sql.execute("revoke all on database " + name + " from public");
            sql.execute("grant connect on database " + name + " to " + app);
        } catch (SQLException e) {
            throw new IllegalStateException("database for " + key, e);
        }
        return new Database(this, name, owner, app, endpoints.databasePassword());
    }

    /** For tests that tamper with rows, which no role of a service may do. */
    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url() + "/" + database, "postgres", "postgres");
    }

    private void createRole(Connection admin, String role) throws SQLException {
        try (var sql = admin.createStatement()) {
            sql.execute("create role " + role + " login password '" + endpoints.databasePassword() + "'");
        } catch (SQLException e) {
            // Another test JVM of this build was here first; "tuple concurrently updated" is the same race lost later.
            if (!DUPLICATE_ROLE.equals(e.getSQLState())
                    && !PSQLState.UNIQUE_VIOLATION.getState().equals(e.getSQLState())) {
                throw e;
            }
        }
    }
}
