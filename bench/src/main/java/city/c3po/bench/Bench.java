package city.c3po.bench;

import city.c3po.bench.figure.Machine;
import city.c3po.bench.figure.MarkedDocument;
import city.c3po.bench.figure.Outcome;
import city.c3po.bench.figure.Report;
import city.c3po.bench.measure.Measure;
import city.c3po.bench.measure.Plan;
import city.c3po.bench.measure.Workbench;
import city.c3po.bench.suite.Suite;
import city.c3po.bench.tool.Missing;
import city.c3po.bench.tool.Trouble;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the measures. Ends with 0 when all that could be measured was, 1 when one failed, 2 when not understood. */
@Command(
        name = "./c3po bench",
        description = "Measures the suite on this machine, against limits measured in the same run.",
        sortOptions = false)
public final class Bench implements Callable<Integer> {
    private static final long LOOK_MILLISECONDS = 3_000;
    private static final long LAST_WORDS_SECONDS = 30;

    @Option(names = "--quick", description = "Short rounds, to see whether something is badly off: under 5 minutes.")
    private boolean quick;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "<measure>",
            description = "Run these measures alone: ${COMPLETION-CANDIDATES}.",
            completionCandidates = Names.class)
    private Set<String> only = new LinkedHashSet<>();

    @Option(
            names = "--publish",
            negatable = true,
            description =
                    "Write the figures into docs/performance.md, or do not. Quick figures are not unless asked for.")
    private @Nullable Boolean publish;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this.")
    private boolean help;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private final Path repository;
    private final PrintStream out;
    private volatile boolean stopping;

    Bench(Path repository, PrintStream out) {
        this.repository = repository;
        this.out = out;
    }

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Bench(repository(), System.out)).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        var measures = chosen();
        var machine = Machine.look(LOOK_MILLISECONDS);
        out.println(machine.sentence());
        if (!machine.quiet()) {
            out.println(
                    "Other work uses the processors: the figures will scatter, and the ratios say more than the rest.");
        }
        var outcomes = new ArrayList<Outcome>();
        var begin = System.nanoTime();
        try (var suite = Suite.in(repository, target("suite"))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> abandon(suite)));
            var plan = quick ? Plan.QUICK : Plan.FULL;
            var bench = new Workbench(suite, plan, repository, create(target("work")), out);
            for (var measure : measures) {
                if (!stopping) {
                    outcomes.add(run(measure, bench));
                }
                if (!stopping) {
                    keep(Report.of(Instant.now(), quick, machine, outcomes));
                }
            }
        }
        if (stopping) {
            return 1;
        }
        out.printf("%nAll of it took %d s. Written: bench/target/results.json%n", seconds(begin));
        out.println(publishes() ? "Written: docs/performance.md" : "docs/performance.md is left as it was.");
        return outcomes.stream().anyMatch(outcome -> outcome.state() == Outcome.State.FAILED) ? 1 : 0;
    }

    private List<Measure> chosen() {
        var unknown = new LinkedHashSet<>(only);
        new Names().forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no measure %s; there are %s."
                            .formatted(String.join(", ", unknown), String.join(", ", new Names())));
        }
        return Measure.ALL.stream()
                .filter(measure -> only.isEmpty() || only.contains(measure.name()))
                .toList();
    }

    private Outcome run(Measure measure, Workbench bench) throws InterruptedException {
        out.printf("%n%s: %s%n", measure.name(), measure.question());
        var begin = System.nanoTime();
        Outcome outcome;
        try {
            outcome = measure.run(bench);
        } catch (Missing missing) {
            outcome = Outcome.skipped(measure.name(), missing.getMessage());
        } catch (Trouble trouble) {
            outcome = Outcome.failed(measure.name(), trouble.getMessage());
        }
        out.printf("  took %d s%n%n", seconds(begin));
        if (outcome.state() != Outcome.State.MEASURED) {
            out.println(outcome.state());
        }
        out.print(outcome.markdown());
        return outcome;
    }

    private static long seconds(long begin) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
    }

    /** After each measure, so that who ends an hour's run early has what was measured until then. */
    private void keep(Report report) {
        report.write(target("results.json"));
        var last = report.outcomes().getLast();
        if (publishes() && last.state() == Outcome.State.MEASURED) {
            new MarkedDocument(repository.resolve("docs/performance.md")).fill(last.measure(), page(last, report));
        }
    }

    private boolean publishes() {
        return publish == null ? !quick : publish;
    }

    private String page(Outcome outcome, Report report) {
        return outcome.markdown()
                + "- %s%s, on %s%n"
                        .formatted(
                                LocalDate.ofInstant(Instant.parse(report.measuredAt()), ZoneOffset.UTC),
                                report.quick() ? ", a quick run" : "",
                                report.machine().sentence());
    }

    /** Ctrl-C: no process of ours may outlive the command, and no data. */
    private void abandon(Suite suite) {
        stopping = true;
        var children = ProcessHandle.current().descendants().toList();
        children.forEach(ProcessHandle::destroy);
        try {
            for (var child : children) {
                child.onExit()
                        .completeOnTimeout(child, LAST_WORDS_SECONDS, TimeUnit.SECONDS)
                        .join();
            }
            suite.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path target(String name) {
        return repository.resolve("bench/target").resolve(name);
    }

    private static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that holds bench/target, where this class is. */
    private static Path repository() {
        var root = System.getProperty("c3po.root");
        if (root != null) {
            return Path.of(root).toAbsolutePath().normalize();
        }
        try {
            var jar = Path.of(Bench.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.resolve("../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Names() {
            super(Measure.ALL.stream().map(Measure::name).toList());
        }
    }
}
