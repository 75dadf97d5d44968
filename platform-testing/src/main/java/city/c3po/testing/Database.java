package city.c3po.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A database made for one test JVM, and the three ways into it. */
public final class Database {
    private static final String CURRENT = "c3po.testing.database";
    private final PostgresFixture server;
    private final String name;
    private final String owner;
    private final String app;
    private final String password;

    Database(PostgresFixture server, String name, String owner, String app, String password) {
        this.server = server;
        this.name = name;
        this.owner = owner;
        this.app = app;
        this.password = password;
    }

    /** The database of the Quarkus application that this JVM tests at the moment. */
    public static Database current() {
        var value = System.getProperty(CURRENT);
        if (value == null) {
            throw new IllegalStateException("no test with @WithInfra and PostgreSQL runs in this JVM");
        }
        var part = value.split(" ");
        return new Database(Infra.postgres(), part[0], part[1], part[2], part[3]);
    }

    /** A system property, because Quarkus may load this class more than once. */
    void becomeCurrent() {
        System.setProperty(CURRENT, String.join(" ", name, owner, app, password));
    }

    public String name() {
        return name;
    }

    public String url() {
        return server.url() + "/" + name;
    }

    public String ownerRole() {
        return owner;
    }

    public String appRole() {
        return app;
    }

    /** Of both roles. */
    public String password() {
        return password;
    }

    public Connection asOwner() throws SQLException {
        return connect(owner);
    }

    public Connection asApp() throws SQLException {
        return connect(app);
    }

    public Connection asSuperuser() throws SQLException {
        return server.superuser(name);
    }

    void drop() throws SQLException {
        try (var admin = server.superuser("postgres");
                var sql = admin.createStatement()) {
            sql.execute("drop database if exists " + name + " with (force)");
        }
    }

    private Connection connect(String role) throws SQLException {
        var login = new Properties();
        login.setProperty("user", role);
        login.setProperty("password", password);
        return DriverManager.getConnection(url(), login);
    }
}
