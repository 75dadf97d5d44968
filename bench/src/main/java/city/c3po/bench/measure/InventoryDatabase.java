package city.c3po.bench.measure;

import city.c3po.bench.tool.PgBench;
import city.c3po.bench.tool.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/** The inventory's database, asked by its administrator: what the server can do without the service. */
final class InventoryDatabase {
    /** What an import writes once per row, as it is when it is finished. */
    private static final List<String> FINISHED = List.of("asset", "identifier", "claim", "journal");

    /** Tables like those, and the finished rows in a file for each. Columns that the database makes are left to it. */
    private static final String PREPARE = """
        drop table if exists copied_%1$s;
        create table copied_%1$s (like %1$s including all);
        do $$ begin
            execute format('copy (select %%s from %1$s r where %2$s) to %%L', (%3$s), '%4$s/%1$s.rows');
        end $$;
        """;

    private static final String COLUMNS = """
        select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
        where attrelid = '%1$s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''\
        """;

    private static final String COPY = """
        do $$ declare
            began timestamptz;
        begin
            began := clock_timestamp();
            execute format('copy copied_%1$s (%%s) from %%L', (%2$s), '%3$s/%1$s.rows');
            execute format('copy (select %%s) to %%L', extract(epoch from clock_timestamp() - began), '%3$s/%1$s.seconds');
        end $$;
        drop table copied_%1$s;
        """;

    private static final String RAW = """
        create table raw_feed (a text, b text, c text, d text, e text, f text, g text, h text, i text, j text);
        do $$ declare
            began timestamptz;
        begin
            began := clock_timestamp();
            copy raw_feed from '%1$s/raw.csv' (format csv, header);
            execute format('copy (select %%s) to %%L', extract(epoch from clock_timestamp() - began), '%1$s/raw.seconds');
        end $$;
        drop table raw_feed;
        """;

    /** As the list asks for a page of machines of a department, for a reader who is an employee; the second run counts. */
    private static final String PAGE = """
        create table bench_plan (n serial, line text);
        do $$ declare
            line text;
        begin
            for round in 1 .. 2 loop
                truncate bench_plan;
                for line in execute $page$
                    explain (analyze, costs off, timing off, summary on)
                    select r.*, cast(r.id as text) from asset r
                    where (r.access ->> 'classification' not in ('CONFIDENTIAL') or jsonb_exists(r.access -> 'people', 'somebody'))
                      and r.merged_into is null and r.department = 'DEP-LIB' and r.state = 'IN_USE'
                    order by r.id desc, r.id desc limit 51$page$ loop
                    insert into bench_plan (line) values (line);
                end loop;
            end loop;
            execute format('copy (select line from bench_plan order by n) to %%L', '%1$s/page.plan');
        end $$;
        drop table bench_plan;
        """;

    /** What waits to be told costs time until it is told. */
    private static final String SETTLE = """
        do $$ begin
            while exists (select from outbox) loop
                commit;
                perform pg_sleep(0.5);
            end loop;
        end $$;
        vacuum analyze asset;
        vacuum analyze identifier;
        vacuum analyze claim;
        vacuum analyze sighting;
        vacuum analyze journal;
        checkpoint;
        """;

    /** @param plan as the server explains it, with how long it took */
    record Page(double milliseconds, List<String> plan) {}

    private final PgBench server;
    private final Path work;
    private final String source;
    private final Path shared;

    InventoryDatabase(PgBench server, Path work, String source) {
        this.server = server;
        this.work = work;
        this.source = source;
        this.shared = shared();
    }

    /** The server may be another user's process: it gets a folder that both can use. */
    private static Path shared() {
        try {
            var folder = Files.createTempDirectory("c3po-bench");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void settle(Duration patience) throws InterruptedException {
        run(SETTLE, patience);
    }

    /** @return seconds */
    double copyFinishedRows(Duration patience) throws InterruptedException {
        double seconds = 0;
        for (var table : FINISHED) {
            var columns = COLUMNS.formatted(table);
            run(PREPARE.formatted(table, condition(table), columns, shared), patience);
            run("checkpoint;\n", patience);
            run(COPY.formatted(table, columns, shared), patience);
            seconds += Double.parseDouble(read(table + ".seconds").getFirst());
            delete(table + ".rows");
        }
        return seconds;
    }

    private String condition(String table) {
        return switch (table) {
            case "asset" -> "r.sources ? ''%s''".formatted(source);
            case "journal" -> "r.aggregate_type = ''asset'' and r.fact ->> ''source'' = ''%s''".formatted(source);
            default -> "r.asset in (select c.asset from claim c where c.source = ''%s'')".formatted(source);
        };
    }

    /** @return seconds */
    double copyRawFile(Path file, Duration patience) throws InterruptedException {
        try {
            var copy = Files.copy(file, shared.resolve("raw.csv"), StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(RAW.formatted(shared), patience);
        delete("raw.csv");
        return Double.parseDouble(read("raw.seconds").getFirst());
    }

    Page page(Duration patience) throws InterruptedException {
        run(PAGE.formatted(shared), patience);
        var plan = read("page.plan");
        return plan.stream()
                .filter(line -> line.startsWith("Execution Time:"))
                .map(line -> Double.parseDouble(line.split(" +")[2]))
                .findFirst()
                .map(milliseconds -> new Page(milliseconds, plan))
                .orElseThrow(() -> new Trouble("The server explains nothing: " + plan));
    }

    private void run(String sql, Duration patience) throws InterruptedException {
        server.run("inventory", sql, patience, work);
    }

    private List<String> read(String name) {
        try {
            return Files.readAllLines(shared.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(String name) {
        try {
            Files.deleteIfExists(shared.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
