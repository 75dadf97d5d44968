package city.c3po.bench.measure;

import city.c3po.bench.figure.Figure;
import city.c3po.bench.figure.Outcome;
import city.c3po.bench.suite.Suite;
import city.c3po.bench.tool.BareQuarkus;
import city.c3po.bench.tool.Nginx;
import city.c3po.bench.tool.Tool;
import city.c3po.bench.tool.Wrk;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/** One initiative by its id: what the database, the token and the rules cost, and what the door adds. */
final class ReadById implements Measure {
    static final int CONNECTIONS = 32;

    private static final int INITIATIVES = 100;
    private static final String BARE = "bare Quarkus endpoint, same document";
    private static final String PGBENCH = "pgbench, select by key";
    private static final double OF_LIMIT = 0.5;
    private static final String DIRECT = "GET by id, directly";
    private static final String GATEWAY = "GET by id, through the gateway";
    private static final String NGINX = "GET by id, through nginx";

    @Override
    public String name() {
        return "read";
    }

    @Override
    public String question() {
        return "GET /v1/initiatives/{id}, against a bare Quarkus endpoint, and the gateway against nginx as proxy";
    }

    @Override
    public Outcome run(Workbench bench) throws InterruptedException {
        Tool.WRK.find();
        Tool.PGBENCH.find();
        var suite = bench.running();
        var token = suite.token("submitter");
        var portfolio = suite.address("portfolio");
        try (var api = new Api(portfolio, token)) {
            var paths = new ArrayList<String>();
            for (int n = 0; n < INITIATIVES; n++) {
                paths.add(Initiative.PATH + "/"
                        + api.post(Initiative.PATH, Initiative.called("read " + n))
                                .get("id")
                                .asText());
            }
            var wrk = new Wrk(
                    CONNECTIONS, "read.lua", Map.of("BENCH_TOKEN", token, "BENCH_PATHS", String.join(" ", paths)));
            Backlog.drain(suite);
            return contest(bench, suite, wrk, api.text(paths.getFirst()));
        }
    }

    private Outcome contest(Workbench bench, Suite suite, Wrk wrk, String document) throws InterruptedException {
        var portfolio = suite.address("portfolio");
        var postgres = suite.postgres();
        postgres.prepareSelect(document, INITIATIVES, bench.work());
        try (var bare = BareQuarkus.start(bench.repository(), bench.work(), document)) {
            var contest = new Contest(bench.plan(), bench::say)
                    .with(BARE, side(wrk, bare.address(), bench))
                    .with(PGBENCH, duration -> postgres.select(CONNECTIONS, INITIATIVES, duration, bench.work()))
                    .with(DIRECT, side(wrk, portfolio, bench))
                    .with(GATEWAY, side(wrk, suite.address("gateway"), bench));
            var notes = new ArrayList<>(List.of(
                    bench.plan().sentence(),
                    "wrk, %d connections, %d initiatives of %,d bytes; every request carries a token, and every answer was 200."
                            .formatted(CONNECTIONS, INITIATIVES, document.length())));
            if (!Tool.NGINX.there()) {
                notes.add("No figure for nginx: " + Tool.NGINX.missing());
                return Outcome.measured(name(), figures(contest.run()), notes);
            }
            try (var nginx = Nginx.before(portfolio, bench.work())) {
                contest.with(NGINX, side(wrk, nginx.address(), bench));
                return Outcome.measured(name(), figures(contest.run()), notes);
            }
        }
    }

    private static Contest.Side side(Wrk wrk, URI address, Workbench bench) {
        return duration -> wrk.run(address, duration, bench.work());
    }

    private static List<Figure> figures(SequencedMap<String, Figure> rates) {
        var bare = Objects.requireNonNull(rates.get(BARE));
        var direct = Objects.requireNonNull(rates.get(DIRECT));
        var gateway = Objects.requireNonNull(rates.get(GATEWAY));
        var database = Objects.requireNonNull(rates.get(PGBENCH));
        var limit = Figure.limit(bare, database);
        var figures = new ArrayList<>(List.of(
                bare,
                database,
                limit,
                direct.over(limit).part(OF_LIMIT),
                gateway.over(direct).part(0.6)));
        if (rates.containsKey(NGINX)) {
            figures.add(Objects.requireNonNull(rates.get(NGINX)).over(direct));
        }
        return figures;
    }
}
