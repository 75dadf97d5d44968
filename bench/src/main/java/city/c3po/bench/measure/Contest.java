package city.c3po.bench.measure;

import city.c3po.bench.figure.Figure;
import city.c3po.bench.figure.Series;
import city.c3po.bench.figure.Unit;
import city.c3po.bench.tool.Load;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;

/**
 * Several sides under the same load, taking turns within each round, so that a slow minute of the machine hits them
 * all and their ratio stays true.
 */
final class Contest {
    interface Side {
        Load run(Duration duration) throws InterruptedException;
    }

    private final SequencedMap<String, Side> sides = new LinkedHashMap<>();
    private final Plan plan;
    private final Consumer<String> progress;

    Contest(Plan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    Contest with(String name, Side side) {
        sides.put(name, side);
        return this;
    }

    /** Throughput of each side, by its name. */
    SequencedMap<String, Figure> run() throws InterruptedException {
        for (var side : sides.entrySet()) {
            progress.accept("warm-up: " + side.getKey());
            side.getValue().run(plan.warmUp());
        }
        var rates = new LinkedHashMap<String, List<Double>>();
        for (int round = 1; round <= plan.rounds(); round++) {
            var line = new StringBuilder("round " + round);
            for (var side : sides.entrySet()) {
                var rate = side.getValue().run(plan.round()).perSecond();
                rates.computeIfAbsent(side.getKey(), name -> new ArrayList<>()).add(rate);
                line.append("\n    ").append(side.getKey()).append(": ").append(Unit.PER_SECOND.showWithSymbol(rate));
            }
            progress.accept(line.toString());
        }
        var figures = new LinkedHashMap<String, Figure>();
        rates.forEach((name, rounds) -> figures.put(name, Figure.of(name, Unit.PER_SECOND, Series.of(rounds))));
        return figures;
    }
}
