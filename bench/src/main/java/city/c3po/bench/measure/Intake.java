package city.c3po.bench.measure;

import city.c3po.bench.figure.Figure;
import city.c3po.bench.figure.Outcome;
import city.c3po.bench.tool.BareQuarkus;
import city.c3po.bench.tool.Load;
import city.c3po.bench.tool.Tool;
import city.c3po.bench.tool.Trouble;
import city.c3po.bench.tool.Wrk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicLong;

/** A new initiative, durable when it is answered: how much of the database's own speed is left after all we do. */
final class Intake implements Measure {
    private static final int CONNECTIONS = 32;
    private static final String LIMIT = "pgbench, one row per commit";
    private static final String BARE = "bare Quarkus endpoint that reads and answers the document";
    private static final double OF_LIMIT = 0.5;
    private static final String DIRECT = "POST, directly";
    private static final String GATEWAY = "POST, through the gateway";

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public String question() {
        return "POST /v1/initiatives, against pgbench inserting the same document as a single row into the same server";
    }

    @Override
    public Outcome run(Workbench bench) throws InterruptedException {
        Tool.WRK.find();
        Tool.PGBENCH.find();
        var suite = bench.running();
        var token = suite.token("submitter");
        var postgres = suite.postgres();
        postgres.prepare(bench.work());
        var wrk = new Wrk(
                CONNECTIONS,
                "intake.lua",
                Map.of("BENCH_TOKEN", token, "BENCH_PATH", Initiative.PATH, "BENCH_DOCUMENT", Initiative.TEMPLATE));
        var document = Initiative.called("pgbench");
        var acknowledged = new AtomicLong();
        try (var api = new Api(suite.address("portfolio"), token);
                var bare = BareQuarkus.start(bench.repository(), bench.work(), document)) {
            var before = stored(api);
            var rates = new Contest(bench.plan(), bench::say)
                    .with(BARE, duration -> wrk.run(bare.address(), duration, bench.work()))
                    .with(LIMIT, duration -> postgres.insert(CONNECTIONS, document, duration, bench.work()))
                    .with(DIRECT, duration -> posts(bench, wrk, "portfolio", duration, acknowledged))
                    .with(GATEWAY, duration -> posts(bench, wrk, "gateway", duration, acknowledged))
                    .run();
            var stored = stored(api) - before;
            if (stored < acknowledged.get()) {
                throw new Trouble(
                        "%d intakes were acknowledged and %d are stored".formatted(acknowledged.get(), stored));
            }
            return outcome(bench.plan(), rates, acknowledged.get());
        }
    }

    private static Load posts(Workbench bench, Wrk wrk, String part, Duration duration, AtomicLong acknowledged)
            throws InterruptedException {
        var load = wrk.run(bench.suite().address(part), duration, bench.work());
        acknowledged.addAndGet(load.count());
        Backlog.drain(bench.suite());
        return load;
    }

    private static long stored(Api api) throws InterruptedException {
        return api.get(Initiative.PATH + "?limit=1&count=true").get("total").asLong();
    }

    private Outcome outcome(Plan plan, SequencedMap<String, Figure> rates, long acknowledged) {
        var bare = Objects.requireNonNull(rates.get(BARE));
        var database = Objects.requireNonNull(rates.get(LIMIT));
        var limit = Figure.limit(bare, database);
        return Outcome.measured(
                name(),
                List.of(
                        bare,
                        database,
                        limit,
                        Objects.requireNonNull(rates.get(DIRECT)).over(limit).part(OF_LIMIT),
                        Objects.requireNonNull(rates.get(GATEWAY)).over(limit)),
                List.of(
                        plan.sentence(),
                        "%d connections on each side, a document of %,d bytes, commits durable (fsync) on both."
                                .formatted(CONNECTIONS, Initiative.TEMPLATE.length()),
                        "All %,d acknowledged intakes were found in the database afterwards. Between rounds the backbone has caught up; within a round it works beside."
                                .formatted(acknowledged)));
    }
}
