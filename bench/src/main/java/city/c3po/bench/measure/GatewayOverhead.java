package city.c3po.bench.measure;

import city.c3po.bench.figure.Figure;
import city.c3po.bench.figure.Outcome;
import city.c3po.bench.figure.Series;
import city.c3po.bench.figure.Unit;
import city.c3po.bench.tool.BareQuarkus;
import city.c3po.bench.tool.Nginx;
import city.c3po.bench.tool.OwnGateway;
import city.c3po.bench.tool.Tool;
import city.c3po.bench.tool.Wrk;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the door itself costs: an answer that costs nothing, taken directly, through the gateway and through nginx. */
final class GatewayOverhead implements Measure {
    private static final String PATH = Initiative.PATH + "/0198c0de-0000-7000-8000-000000000001";
    private static final String DIRECT = "trivial answer, directly";
    private static final String NGINX = "trivial answer, through nginx";
    private static final String GATEWAY = "trivial answer, through the gateway";
    private static final double OF_NGINX = 0.8;
    private static final int ADDED_MILLISECONDS = 3;
    private static final double P99 = 99;

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public String question() {
        return "A trivial answer, directly, through the gateway and through nginx";
    }

    @Override
    public Outcome run(Workbench bench) throws InterruptedException {
        Tool.WRK.find();
        Tool.NGINX.find();
        var suite = bench.running();
        var token = suite.token("submitter");
        var document = Initiative.called("trivial");
        try (var bare = BareQuarkus.start(bench.repository(), bench.work(), document);
                var gateway = OwnGateway.before(
                        "portfolio", bare.address(), suite.issuer(), bench.repository(), bench.work());
                var nginx = Nginx.before(bare.address(), bench.work())) {
            var wrk = new Wrk(ReadById.CONNECTIONS, "read.lua", Map.of("BENCH_TOKEN", token, "BENCH_PATHS", PATH));
            var rates = new Contest(bench.plan(), bench::say)
                    .with(DIRECT, duration -> wrk.run(bare.address(), duration, bench.work()))
                    .with(NGINX, duration -> wrk.run(nginx.address(), duration, bench.work()))
                    .with(GATEWAY, duration -> wrk.run(gateway.address(), duration, bench.work()))
                    .run();
            var direct = Objects.requireNonNull(rates.get(DIRECT));
            var through = Objects.requireNonNull(rates.get(GATEWAY));
            var other = Objects.requireNonNull(rates.get(NGINX));
            var pace = (int) (through.values().median() / 2);
            var load = new PacedLoad(ReadById.CONNECTIONS / 2, pace, PATH, token);
            return Outcome.measured(
                    name(),
                    List.of(
                            direct,
                            other.over(direct),
                            through.over(direct),
                            share(through, other),
                            added(bench, load, bare.address(), gateway.address())),
                    List.of(
                            bench.plan().sentence(),
                            "wrk, %d connections, %,d bytes from memory; the gateway checks a token, nginx looks at nothing."
                                    .formatted(ReadById.CONNECTIONS, document.length()),
                            "Added at half load: p99 through the gateway less p99 directly, both at %,d requests a second by the clock, in turns."
                                    .formatted(pace)));
        }
    }

    /** Both ratios have the same divisor, so the share of one in the other is the share of the rates. */
    private static Figure share(Figure gateway, Figure nginx) {
        return Figure.of("the gateway beside nginx", Unit.PER_SECOND, gateway.values())
                .over(nginx)
                .part(OF_NGINX);
    }

    private static Figure added(Workbench bench, PacedLoad load, URI direct, URI gateway) throws InterruptedException {
        var rounds = new ArrayList<Double>();
        for (int n = 0; n <= bench.plan().rounds(); n++) {
            var without = load.run(direct, bench.plan().round()).getValueAtPercentile(P99);
            var with = load.run(gateway, bench.plan().round()).getValueAtPercentile(P99);
            // the first round is for warming up
            if (n > 0) {
                rounds.add((with - without) / 1_000.0);
                bench.say("round %d: p99 %d µs directly, %d µs through the gateway".formatted(n, without, with));
            }
        }
        return Figure.of("added at half load, p99", Unit.MILLISECONDS, Series.of(rounds))
                .below(ADDED_MILLISECONDS);
    }
}
