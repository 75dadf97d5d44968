package city.c3po.portfolio.schedule.network;

import city.c3po.platform.time.CityCalendar;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The critical path of a schedule as large as the limit: 20,000 activities, 40,000 links; from records, checks included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
public class CriticalPathBench {
    private static final LocalDate START = LocalDate.parse("2026-09-07");
    private static final CityCalendar CITY =
            new CityCalendar(ZoneId.of("America/Los_Angeles"), Set.of(LocalDate.parse("2026-11-26")));

    @Param("20000")
    public int size;

    private List<Activity> activities = List.of();
    private List<Link> links = List.of();

    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(CriticalPathBench.class.getSimpleName())
                        .build())
                .run();
    }

    /** Two hundred trades side by side, as a building has, with links between them. */
    @Setup
    public void draw() {
        var random = new Random(size);
        activities = new ArrayList<>(size);
        links = new ArrayList<>(size * 2);
        int trades = 200;
        for (int i = 0; i < size; i++) {
            activities.add(Activity.task("activity-" + i, 1 + random.nextInt(20)));
            if (i >= trades) {
                link(i - trades, i, random);
                link(i - trades - 1 - random.nextInt(Math.min(i - trades, 198) + 1), i, random);
            }
        }
        for (int i = 1; links.size() < size * 2; i++) {
            links.add(new Link("activity-" + i, "activity-" + (i + 2 * trades), Link.Type.FF, 1));
        }
    }

    private void link(int predecessor, int successor, Random random) {
        if (predecessor >= 0) {
            var type = Link.Type.values()[random.nextInt(4)];
            links.add(new Link("activity-" + predecessor, "activity-" + successor, type, random.nextInt(5) - 1));
        }
    }

    @Benchmark
    public Object check_and_reckon() {
        return CriticalPath.of(Network.of(START, activities, links), CITY, START);
    }
}
