package city.c3po.story.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.c3po.testing.Database;
import city.c3po.testing.Workspace;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a service's database as an earlier version wrote them, Flyway's list of migrations among them: rows as
 * JSON, a line each, behind a line that names their table. The schema they fit is made by the very migrations on that
 * list, which are in the repository for ever.
 *
 * <p>To take one, start the suite of that version, work with it, and run this class with the database's address, the
 * superuser's password, and the file to write.
 */
final class Snapshot {
    private static final String HISTORY = "flyway_schema_history";
    /** As Flyway makes it. */
    private static final String HISTORY_TABLE = """
        create table flyway_schema_history (
            installed_rank int not null constraint flyway_schema_history_pk primary key, version varchar(50),
            description varchar(200) not null, type varchar(20) not null, script varchar(1000) not null,
            checksum int, installed_by varchar(100) not null, installed_on timestamp not null default now(),
            execution_time int not null, success boolean not null);
        create index flyway_schema_history_s_idx on flyway_schema_history (success)\
        """;

    private static final String TABLES = """
        select c.relname, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
        from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
          and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        group by c.relname order by c.relname\
        """;

    private static final String SEQUENCES =
            "select sequencename, last_value from pg_sequences where schemaname = 'public' and last_value is not null"
                    + " order by 1";

    private final Path file;

    Snapshot(Path file) {
        this.file = file;
    }

    public static void main(String... arguments) throws Exception {
        try (var connection = DriverManager.getConnection(arguments[0], "postgres", arguments[1])) {
            new Snapshot(Path.of(arguments[2])).take(connection);
        }
    }

    private void take(Connection connection) throws SQLException, IOException {
        try (var out = new BufferedWriter(
                        new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), UTF_8));
                var statement = connection.createStatement()) {
            for (var table : pairs(statement, TABLES)) {
                out.write("#table %s %s\n".formatted(table[0], table[1]));
                for (var row : pairs(
                        statement,
                        "select row_to_json(r), '' from (select %s from %s order by ctid) r"
                                .formatted(table[1], table[0]))) {
                    out.write(row[0] + "\n");
                }
            }
            for (var sequence : pairs(statement, SEQUENCES)) {
                out.write("#sequence %s %s\n".formatted(sequence[0], sequence[1]));
            }
        }
    }

    private static List<String[]> pairs(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            var pairs = new ArrayList<String[]>();
            while (rows.next()) {
                pairs.add(new String[] {rows.getString(1), rows.getString(2)});
            }
            return pairs;
        }
    }

    /** Makes an empty database the one that was left behind. */
    void load(String key, Database database) throws SQLException, IOException {
        var lines = lines();
        try (var owner = simply(database)) {
            execute(owner, HISTORY_TABLE);
            fill(owner, lines, HISTORY);
            for (var script : pairs(
                    owner.createStatement(),
                    "select script, '' from flyway_schema_history where type = 'SQL' order by installed_rank")) {
                execute(owner, migration(key, script[0]).replace("${app}", database.appRole()));
            }
        }
        try (var superuser = database.asSuperuser()) {
            // rows come as they were: no trigger shall act on them, and each table comes when its turn is
            execute(superuser, "set session_replication_role = replica");
            fill(superuser, lines, null);
            for (var line : lines) {
                if (line.startsWith("#sequence ")) {
                    var words = line.split(" ");
                    execute(superuser, "select setval('public.%s', %s)".formatted(words[1], words[2]));
                }
            }
        }
    }

    private List<String> lines() throws IOException {
        try (var in =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
            return in.lines().collect(Collectors.toList());
        }
    }

    /** @param only the one table to fill, or null for all but the list of migrations */
    private static void fill(Connection connection, List<String> lines, @Nullable String only) throws SQLException {
        for (var at = 0; at < lines.size(); at++) {
            if (!lines.get(at).startsWith("#table ")) {
                continue;
            }
            var words = lines.get(at).split(" ", 3);
            if (only == null ? words[1].equals(HISTORY) : !words[1].equals(only)) {
                continue;
            }
            if (only == null) {
                // what the migrations put there is among the rows
                execute(connection, "delete from " + words[1]);
            }
            try (var insert = connection.prepareStatement(
                    "insert into %1$s (%2$s) overriding system value select %2$s from json_populate_record(null::%1$s, ?::json)"
                            .formatted(words[1], words[2]))) {
                for (var row = at + 1; row < lines.size() && !lines.get(row).startsWith("#"); row++) {
                    insert.setString(1, lines.get(row));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    /** A script is sent as it stands, and the server finds the ends of its statements. */
    private static Connection simply(Database database) throws SQLException {
        var how = new Properties();
        how.setProperty("user", database.ownerRole());
        how.setProperty("password", database.password());
        how.setProperty("preferQueryMode", "simple");
        return DriverManager.getConnection(database.url(), how);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String migration(String key, String script) throws IOException {
        for (var module : List.of("platform-events", module(key))) {
            var file = Workspace.root().resolve("%s/src/main/resources/%s".formatted(module, script));
            if (Files.exists(file)) {
                return Files.readString(file);
            }
        }
        throw new IllegalStateException("%s of %s was released and is gone".formatted(script, key));
    }

    static String module(String key) {
        return key + "-service";
    }
}
