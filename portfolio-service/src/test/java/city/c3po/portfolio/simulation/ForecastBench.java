package city.c3po.portfolio.simulation;

import city.c3po.platform.time.CityCalendar;
import city.c3po.portfolio.schedule.network.Activity;
import city.c3po.portfolio.schedule.network.Link;
import city.c3po.portfolio.schedule.network.Network;
import city.c3po.portfolio.simulation.Spread.Fixed;
import city.c3po.portfolio.simulation.Spread.PertBeta;
import city.c3po.portfolio.simulation.Spread.Triangular;
import city.c3po.portfolio.simulation.Spread.Uniform;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** 10,000 runs of 500 activities with 1,000 links and 20 risks; half of the durations PERT, the rest triangular and uniform. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx64m", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 6, time = 2)
public class ForecastBench {
    private static final int SIZE = 500;
    private static final LocalDate START = LocalDate.parse("2026-09-07");
    private static final CityCalendar CITY = new CityCalendar(ZoneId.of("America/Los_Angeles"), Set.of());

    private Network network = Network.of(START, List.of(Activity.task("only", 1)), List.of());
    private Assumptions assumptions =
            new Assumptions(List.of(), List.of(), BigDecimal.ZERO, Assumptions.FEWEST_RUNS, 1, null, null);

    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(ForecastBench.class.getSimpleName())
                        .build())
                .run();
    }

    @Setup
    public void draw() {
        var random = new Random(SIZE);
        var activities = new ArrayList<Activity>();
        var links = new ArrayList<Link>();
        var uncertainties = new ArrayList<Uncertainty>();
        for (int i = 0; i < SIZE; i++) {
            int days = 2 + random.nextInt(20);
            activities.add(Activity.task("a" + i, days));
            var spread = i % 2 == 0
                    ? new PertBeta(days - 1, days, days * 2)
                    : i % 4 == 1 ? new Triangular(days - 1, days, days * 2) : new Uniform(days - 1, days * 2);
            uncertainties.add(new Uncertainty("a" + i, spread, new Triangular(100, 200, 500), 80));
            for (int back : new int[] {10, 11 + random.nextInt(20)}) {
                if (i >= back) {
                    links.add(Link.fs("a" + (i - back), "a" + i));
                }
            }
        }
        var risks = new ArrayList<RiskDriver>();
        for (int r = 0; r < 20; r++) {
            var touched = List.of("a" + r * 7, "a" + (r * 7 + 100), "a" + (r * 7 + 300));
            risks.add(new RiskDriver("r" + r, 0.2, new PertBeta(2, 5, 20), new Fixed(10_000), touched));
        }
        network = Network.of(START, activities, links);
        assumptions = new Assumptions(uncertainties, risks, BigDecimal.ZERO, 10_000, 42, START, BigDecimal.TEN);
    }

    @Benchmark
    public Object ten_thousand_runs() {
        return Forecast.of(network, CITY, START, assumptions);
    }
}
