package city.c3po.testing;

import city.c3po.testing.infra.Endpoints;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** The shared PostgreSQL server. Every test JVM gets databases of its own, with the production pair of roles. */
public final class PostgresFixture {
    /** Key of the lock under which databases are made, one after the other. */
    private static final int CREATION = 7_301;

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
            // Two test JVMs at once would trip over each other's roles, and over the template of new databases.
            sql.execute("select pg_advisory_lock(" + CREATION + ")");
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
        try (var sql = admin.createStatement();
                var known = sql.executeQuery("select from pg_roles where rolname = '" + role + "'")) {
            if (!known.next()) {
                admin.createStatement()
                        .execute("create role " + role + " login password '" + endpoints.databasePassword() + "'");
            }
        }
    }
}
