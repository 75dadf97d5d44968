package city.c3po.bench.measure;

import city.c3po.bench.figure.Figure;
import city.c3po.bench.figure.Outcome;
import city.c3po.bench.figure.Series;
import city.c3po.bench.figure.Unit;
import city.c3po.bench.suite.Suite;
import city.c3po.bench.tool.PgBench;
import city.c3po.bench.tool.Tool;
import city.c3po.bench.tool.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * Reporting from an empty database, as a consumer that comes a year late: it reads every event that the broker holds. In
 * the end it must know each record of the others in the same version as before.
 */
final class Rebuild implements Measure {
    private static final String NAME = "rebuild";
    private static final String KEY = "reporting";
    private static final Duration DROP = Duration.ofMinutes(1);

    private static final String EMPTY = """
            drop database reporting with (force);
            create database reporting owner reporting_owner;
            revoke all on database reporting from public;
            grant connect on database reporting to reporting_app;
            """;

    private static final String RECORDS = "select count(*) from inbox";
    private static final String EVENTS = "select coalesce(sum(version), 0) from inbox";

    /** What is known of the others. */
    private record Known(long records, long events) {
        static Known of(PgBench postgres) {
            return new Known(postgres.number(KEY, RECORDS), postgres.number(KEY, EVENTS));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String question() {
        return "Reporting's whole projection, made again from the broker into an empty database";
    }

    @Override
    public Outcome run(Workbench bench) throws InterruptedException {
        Tool.PGBENCH.find();
        var suite = bench.running();
        Backlog.drain(suite);
        var postgres = suite.postgres();
        var before = Known.of(postgres);
        bench.say("forgetting %,d records of %,d events".formatted(before.records(), before.events()));
        suite.stop(KEY);
        postgres.run("postgres", EMPTY, DROP, bench.work());
        forgetPlaces(suite);

        var begin = System.nanoTime();
        suite.start(KEY);
        var ready = (System.nanoTime() - begin) / 1e9;
        bench.say("ready in %s, and reading".formatted(Unit.SECONDS.showWithSymbol(ready)));
        Backlog.drain(suite);
        var seconds = (System.nanoTime() - begin) / 1e9;

        var after = Known.of(postgres);
        if (after.records() < before.records() || after.events() < before.events()) {
            throw new Trouble("%s was known, and %s is".formatted(before, after));
        }
        return Outcome.measured(
                NAME,
                List.of(
                        Figure.of("from an empty database until complete", Unit.SECONDS, Series.of(seconds)),
                        Figure.of("events taken in", Unit.PER_SECOND, Series.of(after.events() / (seconds - ready)))),
                List.of(String.format(
                        Locale.ROOT,
                        "%,d events of %,d records, all of them known again in the end; %.1f s until the service was ready"
                                + " are part of the time and not of the rate.",
                        after.events(),
                        after.records(),
                        ready)));
    }

    /** Where its consumers had stopped reading. */
    private static void forgetPlaces(Suite suite) throws InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", suite.kafka()))) {
            admin.deleteConsumerGroups(List.of(KEY)).all().get();
        } catch (ExecutionException e) {
            throw new Trouble("The broker does not forget where reporting was", e.getCause());
        }
    }
}
