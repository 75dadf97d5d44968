package city.c3po.bench.tool;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The database alone: one row, one commit, as fast as the server takes them on this disk.
 *
 * @param password of the server's administrator, whose server this is a throw-away one
 */
public record PgBench(String host, int port, String password) {
    private static final Duration AFTERMATH = Duration.ofSeconds(30);
    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+) ");
    private static final Pattern COUNT = Pattern.compile("(?m)^number of transactions actually processed: (\\d+)");
    private static final Pattern FAILED = Pattern.compile("(?m)^number of failed transactions: (\\d+)");

    private static final String TABLE = """
            create table if not exists bench_intake (
                id uuid primary key default uuidv7(),
                recorded_at timestamptz not null default clock_timestamp(),
                document jsonb not null);
            """;
    private static final String INSERT = "insert into bench_intake (document) values (:document);\n";

    public void prepare(Path work) throws InterruptedException {
        pgbench(Work.write(work.resolve("table.sql"), TABLE), List.of("--transactions=1"))
                .run(AFTERMATH);
    }

    public Load insert(int connections, String document, Duration duration, Path work) throws InterruptedException {
        var script = Work.write(work.resolve("insert.sql"), INSERT);
        var options = List.of(
                "--client=" + connections,
                "--jobs=2",
                "--time=" + duration.toSeconds(),
                "--protocol=prepared",
                "--define=document=" + document);
        return load(pgbench(script, options).run(duration.plus(AFTERMATH)));
    }

    /** A table of as many rows with one document each, to be selected by their keys. */
    public void prepareSelect(String document, int rows, Path work) throws InterruptedException {
        var table = """
                drop table if exists bench_read;
                create table bench_read (id int primary key, document jsonb not null);
                insert into bench_read select n, '%s' from generate_series(1, %d) n;
                """.formatted(document.replace("'", "''"), rows);
        run("postgres", table, AFTERMATH, work);
        run("postgres", "vacuum analyze bench_read;\n", AFTERMATH, work);
    }

    public Load select(int connections, int rows, Duration duration, Path work) throws InterruptedException {
        return query(
                "postgres",
                "\\set id random(1, %d)\nselect document from bench_read where id = :id;\n".formatted(rows),
                connections,
                duration,
                work);
    }

    /** One statement again and again, in one of the suite's databases. */
    public Load query(String database, String sql, int connections, Duration duration, Path work)
            throws InterruptedException {
        var script = Work.write(work.resolve("select.sql"), sql);
        var options =
                List.of("--client=" + connections, "--jobs=2", "--time=" + duration.toSeconds(), "--protocol=prepared");
        return load(pgbench(script, options, database).run(duration.plus(AFTERMATH)));
    }

    static Load load(String output) {
        var failed = FAILED.matcher(output);
        if (failed.find() && !failed.group(1).equals("0")) {
            throw new Trouble("pgbench: " + failed.group());
        }
        var rate = RATE.matcher(output);
        var count = COUNT.matcher(output);
        if (!rate.find() || !count.find()) {
            throw new Trouble("pgbench told nothing: " + output.strip());
        }
        return new Load(Long.parseLong(count.group(1)), Double.parseDouble(rate.group(1)));
    }

    /** Runs statements once, each for itself, in one of the suite's databases: to make it as large as it would be in years. */
    public void run(String database, String sql, Duration patience, Path work) throws InterruptedException {
        pgbench(Work.write(work.resolve("statements.sql"), sql), List.of("--transactions=1"), database)
                .run(patience);
    }

    /** The one number that a statement answers with. */
    public long number(String database, String sql) {
        var url = "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
        try (var connection = DriverManager.getConnection(url, "postgres", password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new Trouble("The database does not answer: " + sql, e);
        }
    }

    private Command pgbench(Path script, List<String> options) {
        return pgbench(script, options, "postgres");
    }

    private Command pgbench(Path script, List<String> options, String database) {
        var words = new ArrayList<>(List.of(
                Tool.PGBENCH.find().toString(),
                "--no-vacuum",
                "--host=" + host,
                "--port=" + port,
                "--username=postgres",
                "--file=" + script));
        words.addAll(options);
        words.add(database);
        return new Command(words, Map.of("PGPASSWORD", password));
    }
}
