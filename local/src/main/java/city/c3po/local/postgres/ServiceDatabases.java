package city.c3po.local.postgres;

import city.c3po.local.part.Refusal;
import city.c3po.local.part.Secrets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;

/**
 * One database per service, owned by the role {@code <key>_owner}, which migrates it. The service itself works as
 * {@code <key>_app}, which owns nothing and so can neither change the tables nor rewrite the journal.
 */
public final class ServiceDatabases {
    private final String server;
    private final Login administrator;

    public ServiceDatabases(String server, Login administrator) {
        this.server = server;
        this.administrator = administrator;
    }

    public void create(Set<String> keys, Secrets secrets) {
        try (var connection = connect(server, "postgres", administrator);
                var statement = connection.createStatement()) {
            for (var key : keys) {
                var owner = owner(key, secrets);
                var app = app(key, secrets);
                role(statement, owner);
                role(statement, app);
                statement.execute("grant pg_read_all_stats to " + app.role());
                if (!exists(statement, "select 1 from pg_database where datname = '" + key + "'")) {
                    statement.execute("create database " + key + " owner " + owner.role());
                }
                statement.execute("revoke all on database " + key + " from public");
                statement.execute("grant connect on database " + key + " to " + app.role());
            }
        } catch (SQLException e) {
            throw new Refusal("The services' databases cannot be created", e);
        }
    }

    public static Login owner(String key, Secrets secrets) {
        return new Login(key + "_owner", secrets.password("db." + key + ".owner"));
    }

    public static Login app(String key, Secrets secrets) {
        return new Login(key + "_app", secrets.password("db." + key + ".app"));
    }

    static boolean answers(String server, Login login) {
        try (var connection = connect(server, "postgres", login)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    public static Connection connect(String server, String database, Login login) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", login.role());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("ApplicationName", "c3po");
        return DriverManager.getConnection(server + "/" + database, properties);
    }

    private static void role(Statement statement, Login login) throws SQLException {
        if (!exists(statement, "select 1 from pg_roles where rolname = '" + login.role() + "'")) {
            statement.execute("create role " + login.role());
        }
        // Always, so that the password is the one in the secrets file. It holds letters, digits, - and _ only.
        statement.execute("alter role " + login.role() + " login password '" + login.password() + "'");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
