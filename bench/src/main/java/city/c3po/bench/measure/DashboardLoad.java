package city.c3po.bench.measure;

import city.c3po.bench.figure.Figure;
import city.c3po.bench.figure.Outcome;
import city.c3po.bench.figure.Series;
import city.c3po.bench.figure.Unit;
import city.c3po.bench.suite.Suite;
import city.c3po.bench.tool.Tool;
import city.c3po.bench.tool.Wrk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The page that residents see, of a published report: as it is kept, and as it is made anew for an instant of the past. */
final class DashboardLoad implements Measure {
    private static final int CONNECTIONS = 32;
    private static final int TARGET_PER_SECOND = 1_000;
    private static final int TARGET_MILLISECONDS = 50;
    private static final int INITIATIVES = 40;
    private static final int TIMES = 100;
    private static final String PATH = "/public/dashboard";
    private static final String DIRECT = "dashboard from cache, directly";
    private static final String GATEWAY = "dashboard from cache, through the gateway";

    @Override
    public String name() {
        return "dashboard";
    }

    @Override
    public String question() {
        return "GET /public/dashboard, as it is kept and as it is made anew";
    }

    @Override
    public Outcome run(Workbench bench) throws InterruptedException {
        Tool.WRK.find();
        var suite = bench.running();
        publish(suite);
        var wrk = new Wrk(CONNECTIONS, "page.lua", Map.of("BENCH_PATH", PATH));
        var rates = new Contest(bench.plan(), bench::say)
                .with(DIRECT, duration -> wrk.run(suite.address("reporting"), duration, bench.work()))
                .with(GATEWAY, duration -> wrk.run(suite.address("gateway"), duration, bench.work()))
                .run();
        return Outcome.measured(
                name(),
                List.of(
                        Objects.requireNonNull(rates.get(DIRECT)).atLeast(TARGET_PER_SECOND),
                        Objects.requireNonNull(rates.get(GATEWAY)),
                        uncached(bench, suite)),
                List.of(
                        bench.plan().sentence(),
                        "wrk, %d connections. Made anew: %d requests one after the other, each for another instant, so that nothing kept can answer; the median of each round."
                                .formatted(CONNECTIONS, TIMES)));
    }

    private static Figure uncached(Workbench bench, Suite suite) throws InterruptedException {
        var rounds = new ArrayList<Double>();
        try (var api = new Api(suite.address("reporting"), "")) {
            for (int n = 0; n <= bench.plan().rounds(); n++) {
                var times = new ArrayList<Double>();
                for (int time = 0; time < TIMES; time++) {
                    times.add(api.firstByte(PATH + "?asOf=" + Instant.now().minusMillis(1)));
                }
                // the first round is for warming up
                if (n > 0) {
                    rounds.add(Series.of(times).median());
                }
            }
        }
        return Figure.of("first byte of a page made anew", Unit.MILLISECONDS, Series.of(rounds))
                .below(TARGET_MILLISECONDS);
    }

    /** A report of some initiatives, made by one person and published by another. */
    private static void publish(Suite suite) throws InterruptedException {
        var gateway = suite.address("gateway");
        try (var submitter = new Api(gateway, suite.token("submitter"));
                var maker = new Api(gateway, suite.token("ppm"));
                var second = new Api(gateway, suite.token("ppm-2"))) {
            for (int n = 0; n < INITIATIVES; n++) {
                var draft = submitter.post(Initiative.PATH, Initiative.called("dashboard " + n));
                submitter.move(draft.path("href").asText(), "submit", "");
            }
            Backlog.drain(suite);
            var today = LocalDate.now(ZoneId.of("America/Los_Angeles"));
            var cycle = maker.post("/v1/report-cycles", """
                            {"body": "bench", "title": "Bench", "cutOff": "%s", "meetingDate": "%s"}""".formatted(today.minusDays(1), today))
                    .path("href")
                    .asText();
            maker.move(cycle, "collect", "");
            maker.move(cycle, "freeze", "{}");
            maker.move(cycle, "review", "");
            second.move(cycle, "publish", "");
        }
    }
}
