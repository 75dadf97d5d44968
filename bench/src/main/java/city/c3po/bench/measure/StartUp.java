package city.c3po.bench.measure;

import city.c3po.bench.figure.Figure;
import city.c3po.bench.figure.Outcome;
import city.c3po.bench.figure.Series;
import city.c3po.bench.figure.Unit;
import city.c3po.bench.suite.Memory;
import city.c3po.bench.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** From the command to the moment when every part is ready, and the memory that they then have. */
final class StartUp implements Measure {
    private static final Duration IDLE = Duration.ofSeconds(15);
    private static final Duration IDLE_BRIEFLY = Duration.ofSeconds(5);
    private static final int FIRST_START_SECONDS = 90;
    private static final int LATER_START_SECONDS = 25;
    /** Of others, and as large as they are. */
    private static final Set<String> SERVERS = Set.of("postgres", "kafka", "identity");

    private static final int SERVICE_MEBIBYTES = 260;
    private static final int SUITE_MEBIBYTES = 3 * 1024;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String question() {
        return "./c3po up --detach until ready, first with an empty folder and then again, and memory when idle";
    }

    @Override
    public Outcome run(Workbench bench) throws InterruptedException {
        var suite = bench.suite();
        if (suite.running()) {
            throw new IllegalStateException("A first start comes before all other measures");
        }
        if (bench.plan().brief()) {
            return oneStart(bench, suite);
        }
        var caches = startupCaches(bench.repository());
        bench.say("first start");
        var first = suite.up();
        bench.say("ready in " + Unit.SECONDS.showWithSymbol(first));
        var later = new ArrayList<Double>();
        for (int n = 0; n < bench.plan().starts(); n++) {
            suite.down();
            bench.say("starting again");
            later.add(suite.up());
            bench.say("ready in " + Unit.SECONDS.showWithSymbol(later.getLast()));
        }
        Thread.sleep(IDLE);
        var figures = new ArrayList<>(List.of(
                Figure.of("first start", Unit.SECONDS, Series.of(first)).atMost(FIRST_START_SECONDS),
                Figure.of("later start", Unit.SECONDS, Series.of(later)).atMost(LATER_START_SECONDS)));
        figures.addAll(memory(suite));
        suite.down();
        return Outcome.measured(
                name(),
                figures,
                List.of(
                        caches.equals(startupCaches(bench.repository()))
                                ? "The first start had an empty folder, and found the start-up caches of an earlier run of this build; without them it takes longer."
                                : "The first start had an empty folder and no start-up caches: it is the first of this build.",
                        "Memory %d s after the last start, without load.".formatted(IDLE.toSeconds())));
    }

    /** When there is no time to start more than once. */
    private Outcome oneStart(Workbench bench, Suite suite) throws InterruptedException {
        bench.say("one start");
        var seconds = bench.up();
        Thread.sleep(IDLE_BRIEFLY);
        var figures = new ArrayList<>(List.of(
                Figure.of("first start", Unit.SECONDS, Series.of(seconds)).atMost(FIRST_START_SECONDS)));
        figures.addAll(memory(suite));
        return Outcome.measured(
                name(),
                figures,
                List.of(
                        "One start with an empty folder, without start-up caches; all loads of this run are of a suite so started."));
    }

    private static List<Figure> memory(Suite suite) {
        var figures = new ArrayList<Figure>();
        var all = new Memory(0, 0);
        for (var part : suite.memory().entrySet()) {
            var memory = part.getValue();
            var figure = Figure.of(part.getKey() + ", resident", Unit.MEBIBYTES, Series.of(memory.resident()));
            figures.add(SERVERS.contains(part.getKey()) ? figure : figure.atMost(SERVICE_MEBIBYTES));
            all = all.plus(memory);
        }
        figures.add(Figure.of("whole suite, shared pages counted once", Unit.MEBIBYTES, Series.of(all.share()))
                .atMost(SUITE_MEBIBYTES));
        return figures;
    }

    /** By their names, which tell the build: what a first start lacks it leaves when it ends. */
    private static Set<String> startupCaches(Path repository) {
        try (var files = Files.list(repository.resolve("local/target/startup"))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException e) {
            return Set.of();
        }
    }
}
