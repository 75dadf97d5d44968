package city.c3po.bench.measure;

import city.c3po.bench.figure.Figure;
import city.c3po.bench.figure.Outcome;
import city.c3po.bench.tool.BareQuarkus;
import city.c3po.bench.tool.Tool;
import city.c3po.bench.tool.Trouble;
import city.c3po.bench.tool.Wrk;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A page of initiatives by state: against a bare endpoint that answers the same page, and the rows from the database. */
final class FilteredList implements Measure {
    private static final int PAGE = 25;
    private static final double OF_LIMIT = 0.4;
    private static final String PATH = Initiative.PATH + "?state=DRAFT&limit=" + PAGE;
    /** The rows that such a page shows, as somebody may see them; whatever else the service reads is its own cost. */
    private static final String SQL =
            "select * from initiative where state = 'DRAFT' order by id desc limit %d;\n".formatted(PAGE);

    private static final String BARE = "bare Quarkus endpoint, same page";
    private static final String PGBENCH = "pgbench, its rows";
    private static final String DIRECT = "list of 25 by state, directly";

    @Override
    public String name() {
        return "list";
    }

    @Override
    public String question() {
        return "GET /v1/initiatives?state=DRAFT&limit=%d, against a bare endpoint and its rows by pgbench"
                .formatted(PAGE);
    }

    @Override
    public Outcome run(Workbench bench) throws InterruptedException {
        Tool.WRK.find();
        Tool.PGBENCH.find();
        var suite = bench.running();
        var token = suite.token("submitter");
        var postgres = suite.postgres();
        var settings = Map.of("BENCH_TOKEN", token, "BENCH_PATHS", PATH);
        try (var api = new Api(suite.address("portfolio"), token)) {
            for (int n = 0; n < PAGE; n++) {
                api.post(Initiative.PATH, Initiative.called("list " + n));
            }
            var page = api.text(PATH);
            if (api.get(PATH).path("items").size() != PAGE) {
                throw new Trouble("The page has fewer than %d items".formatted(PAGE));
            }
            var wrk = new Wrk(ReadById.CONNECTIONS, "read.lua", settings);
            var bareWrk = new Wrk(
                    ReadById.CONNECTIONS,
                    "read.lua",
                    Map.of("BENCH_TOKEN", token, "BENCH_PATHS", Initiative.PATH + "/page"));
            Backlog.drain(suite);
            try (var bare = BareQuarkus.start(bench.repository(), bench.work(), page)) {
                var rates = new Contest(bench.plan(), bench::say)
                        .with(BARE, duration -> bareWrk.run(bare.address(), duration, bench.work()))
                        .with(
                                PGBENCH,
                                duration ->
                                        postgres.query("portfolio", SQL, ReadById.CONNECTIONS, duration, bench.work()))
                        .with(DIRECT, duration -> wrk.run(suite.address("portfolio"), duration, bench.work()))
                        .run();
                var endpoint = Objects.requireNonNull(rates.get(BARE));
                var database = Objects.requireNonNull(rates.get(PGBENCH));
                var limit = Figure.limit(endpoint, database);
                return Outcome.measured(
                        name(),
                        List.of(
                                endpoint,
                                database,
                                limit,
                                Objects.requireNonNull(rates.get(DIRECT))
                                        .over(limit)
                                        .part(OF_LIMIT)),
                        List.of(
                                bench.plan().sentence(),
                                "wrk and pgbench, %d connections each; the page has %,d bytes."
                                        .formatted(ReadById.CONNECTIONS, page.length())));
            }
        }
    }
}
