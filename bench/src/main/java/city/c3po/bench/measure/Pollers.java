package city.c3po.bench.measure;

import city.c3po.bench.figure.Figure;
import city.c3po.bench.figure.Outcome;
import city.c3po.bench.figure.Series;
import city.c3po.bench.figure.Unit;
import city.c3po.bench.suite.Suite;
import city.c3po.bench.tool.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A thousand jobs wait for the same change, and one comes. */
final class Pollers implements Measure {
    private static final int WAITING = 1_000;
    private static final int TARGET_MILLISECONDS = 250;
    /** Until all have asked; whoever came too late would be answered at once and is no waiter. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "pollers";
    }

    @Override
    public String question() {
        return "From the 2xx of a write to the answer that the last of %,d waiting jobs gets".formatted(WAITING);
    }

    /** Milliseconds after the write's answer. */
    private record Round(double median, double last) {}

    @Override
    public Outcome run(Workbench bench) throws InterruptedException {
        var suite = bench.running();
        Backlog.drain(suite);
        bench.say("warm-up");
        round(suite);
        var rounds = new ArrayList<Round>();
        for (int n = 1; n <= bench.plan().rounds(); n++) {
            var round = round(suite);
            rounds.add(round);
            bench.say("round %d: median %s, last %s"
                    .formatted(
                            n,
                            Unit.MILLISECONDS.showWithSymbol(round.median),
                            Unit.MILLISECONDS.showWithSymbol(round.last)));
        }
        return Outcome.measured(
                name(),
                List.of(
                        figure(
                                "answered after, median",
                                rounds.stream().map(Round::median).toList()),
                        figure(
                                        "answered after, the last",
                                        rounds.stream().map(Round::last).toList())
                                .atMost(TARGET_MILLISECONDS)),
                List.of(
                        "%d rounds; %,d requests wait at the service at once, each on a connection of its own; the write goes through the gateway."
                                .formatted(rounds.size(), WAITING)));
    }

    private static Figure figure(String name, List<Double> rounds) {
        return Figure.of(name, Unit.MILLISECONDS, Series.of(rounds));
    }

    private static Round round(Suite suite) throws InterruptedException {
        try (var reader = new Api(suite.address("reporting"), suite.token("reporting-job"));
                var writer = new Api(suite.address("gateway"), suite.token("submitter"));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var place = reader.get("/v1/changes?since=latest&types=initiative")
                    .at("/page/delta")
                    .asText();
            var waiting = new ArrayList<Future<Long>>();
            for (int n = 0; n < WAITING; n++) {
                waiting.add(threads.submit(() -> {
                    var items = reader.get(place, "Prefer", "wait=30").path("items");
                    var now = System.nanoTime();
                    if (items.isEmpty()) {
                        throw new Trouble("A waiting job was answered with nothing");
                    }
                    return now;
                }));
            }
            Thread.sleep(SETTLED);
            writer.post(Initiative.PATH, Initiative.called("awaited"));
            var answered = System.nanoTime();
            var delays = new ArrayList<Double>();
            for (var one : waiting) {
                delays.add(Math.max(0, (finished(one) - answered) / 1e6));
            }
            var all = Series.of(delays);
            return new Round(all.median(), all.most());
        }
    }

    private static long finished(Future<Long> one) throws InterruptedException {
        try {
            return one.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Trouble trouble ? trouble : new Trouble("A job got no answer", e.getCause());
        }
    }
}
