package city.c3po.bench.measure;

import city.c3po.bench.figure.Figure;
import city.c3po.bench.figure.Outcome;
import city.c3po.bench.figure.Series;
import city.c3po.bench.figure.Unit;
import city.c3po.bench.suite.Suite;
import city.c3po.bench.tool.Tool;
import city.c3po.bench.tool.Trouble;
import city.c3po.bench.tool.Wrk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** What running it costs: memory under load, disk for each event, and sending a whole journal again. */
final class Upkeep implements Measure {
    private static final int PARTITIONS = 6;
    private static final String TOPIC = "c3po.bench.replay";
    private static final Pattern SENT = Pattern.compile("(\\d+) events sent again");

    /** What is kept beside the records: the portfolio's journal, and reporting's log of everybody's changes. */
    private static final String JOURNAL_BYTES = "select pg_total_relation_size('journal')";

    private static final String CHANGE_BYTES = "select pg_total_relation_size('change')";

    @Override
    public String name() {
        return "upkeep";
    }

    @Override
    public String question() {
        return "Memory under load, disk for each event, and sending a journal again";
    }

    @Override
    public Outcome run(Workbench bench) throws InterruptedException {
        Tool.WRK.find();
        var suite = bench.running();
        var figures = new ArrayList<Figure>();
        var peak = memoryUnderLoad(bench, suite);
        peak.forEach((part, most) ->
                figures.add(Figure.of(part + ", resident under load", Unit.MEBIBYTES, Series.of(most))));
        var postgres = suite.postgres();
        var events = postgres.number("portfolio", "select count(*) from journal");
        var changes = postgres.number("reporting", "select count(*) from change");
        figures.add(perEvent("journal, disk for each event", postgres.number("portfolio", JOURNAL_BYTES), events));
        figures.add(
                perEvent("log of changes, disk for each change", postgres.number("reporting", CHANGE_BYTES), changes));
        figures.add(replay(bench, suite));
        return Outcome.measured(
                name(),
                figures,
                List.of(
                        "Memory: the most of each part while intakes and reads came in through the gateway, %d s each."
                                .formatted(bench.plan().round().toSeconds()),
                        "Disk: tables with their indexes, of %,d events and %,d changes; those of other measures are among them."
                                .formatted(events, changes),
                        "Sent again: `./c3po replay portfolio --from 1`, all %,d events, the start of its JVM included."
                                .formatted(events)));
    }

    private static Figure perEvent(String name, long bytes, long events) {
        return Figure.of(name, Unit.BYTES, Series.of((double) bytes / Math.max(1, events)));
    }

    private static Map<String, Double> memoryUnderLoad(Workbench bench, Suite suite) throws InterruptedException {
        var token = suite.token("submitter");
        var intake = new Wrk(
                ReadById.CONNECTIONS,
                "intake.lua",
                Map.of("BENCH_TOKEN", token, "BENCH_PATH", Initiative.PATH, "BENCH_DOCUMENT", Initiative.TEMPLATE));
        var read = new Wrk(
                ReadById.CONNECTIONS,
                "read.lua",
                Map.of("BENCH_TOKEN", token, "BENCH_PATHS", Initiative.PATH + "?limit=25"));
        var most = new TreeMap<String, Double>();
        for (var load : List.of(intake, read)) {
            load.run(suite.address("gateway"), bench.plan().round(), bench.work());
            suite.memory().forEach((part, memory) -> most.merge(part, memory.resident(), Math::max));
        }
        Backlog.drain(suite);
        return most;
    }

    private static Figure replay(Workbench bench, Suite suite) throws InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", suite.kafka()))) {
            admin.createTopics(Set.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new Trouble("The broker makes no topic", e.getCause());
        }
        var rates = new ArrayList<Double>();
        for (int n = 1; n <= bench.plan().rounds(); n++) {
            var begin = System.nanoTime();
            var told = SENT.matcher(suite.replay("portfolio", TOPIC));
            if (!told.find()) {
                throw new Trouble("The replay told nothing");
            }
            rates.add(Long.parseLong(told.group(1)) / ((System.nanoTime() - begin) / 1e9));
            bench.say("round %d: %s".formatted(n, Unit.PER_SECOND.showWithSymbol(rates.getLast())));
        }
        return Figure.of("journal sent again", Unit.PER_SECOND, Series.of(rates));
    }
}
