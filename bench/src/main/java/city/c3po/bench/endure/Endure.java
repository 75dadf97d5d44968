package city.c3po.bench.endure;

import city.c3po.bench.figure.Machine;
import city.c3po.bench.suite.Suite;
import city.c3po.bench.tool.Trouble;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Ends with 0 when every promise was kept, 1 when not, 2 when not understood. */
@Command(
        name = "./c3po endure",
        description = "Works the suite while its parts die, and then checks every promise it made.",
        sortOptions = false)
public final class Endure implements Callable<Integer> {
    private static final Duration LAST_WORDS = Duration.ofMinutes(3);
    private static final Duration CALM_BEFORE = Duration.ofSeconds(5);
    private static final int WRITERS = 2;

    @Option(names = "--minutes", paramLabel = "<n>", description = "How long; 5 unless told.")
    private int minutes = 5;

    @Option(
            names = "--seed",
            paramLabel = "<seed>",
            description = "What decides who does what and what goes wrong; any unless told.")
    private long seed = System.nanoTime() % 1_000_000;

    @Option(
            names = "--blows",
            split = ",",
            paramLabel = "<blow>",
            description =
                    "Only these are struck; all unless told: a part (portfolio), way-to-portfolio, disk-of-postgres.")
    private List<String> only = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this.")
    private boolean help;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private final Path repository;
    private final PrintStream out;
    private final Complaints complaints = new Complaints();
    private final Tally tally = new Tally();
    private final Promises promises = new Promises();
    private final AtomicBoolean over = new AtomicBoolean();

    Endure(Path repository, PrintStream out) {
        this.repository = repository;
        this.out = out;
    }

    public static void main(String... arguments) {
        var repository =
                Path.of(System.getProperty("c3po.root", ".")).toAbsolutePath().normalize();
        System.exit(new CommandLine(new Endure(repository, System.out)).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        out.printf("seed %d, %d minutes%n", seed, minutes);
        var machine = Machine.look(1_000);
        var home = repository.resolve("bench/target/endure-suite");
        SmallDisks.forget(home);
        // Closed from the last to the first: a suite stops while its ways are open.
        try (var suite = Suite.in(repository, home);
                var ways = new Ways(suite);
                var disks = new SmallDisks(suite)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> abandon(suite, disks)));
            var targets = targets(Target.all(ways.all().keySet(), disks.all().keySet()));
            out.println("starting the suite");
            suite.up();
            suite.settle();
            var striker = new Striker(suite, ways, disks);
            var checked = run(suite, ways.to(Ways.DOOR), () -> strike(striker, targets));
            if (!complaints.none()) {
                keep(suite.home().resolve("log"));
            }
            return report(machine, striker, disks, checked);
        }
    }

    private List<Target> targets(List<Target> all) {
        var names = all.stream().map(Target::name).toList();
        if (!names.containsAll(only)) {
            throw new ParameterException(
                    spec.commandLine(), "Blows here are %s; not all of %s.".formatted(names, only));
        }
        return all.stream()
                .filter(target -> only.isEmpty() || only.contains(target.name()))
                .toList();
    }

    private List<String> run(Suite suite, Network door, Blows blows) throws InterruptedException {
        var passes = new Passes(suite);
        var callers = new HashMap<String, Caller>();
        for (var who : List.of("submitter", "ppm", "auditor", "finance-system", "reporting-job")) {
            callers.put(who, new Caller(door.address(), passes.of(who), complaints, tally));
        }
        var renewing = passes.renewing();
        try {
            var random = new Random(seed);
            var followers = Stream.of("/v1/changes?mode=log&limit=500", "/v1/changes?mode=log&limit=500&types=asset")
                    .map(begin -> new Follower(caller(callers, "reporting-job"), begin, over::get))
                    .toList();
            var bookkeeper = new Bookkeeper(
                    project(callers),
                    new Random(random.nextLong()),
                    caller(callers, "finance-system"),
                    complaints,
                    tally,
                    over::get);
            var work = new ArrayList<Callable<Void>>(followers);
            work.add(bookkeeper);
            work.addAll(writers(callers, random));
            together(work, blows);
            return reckon(callers, followers, bookkeeper);
        } finally {
            renewing.interrupt();
        }
    }

    private List<Writer> writers(Map<String, Caller> callers, Random random) {
        var writers = new ArrayList<Writer>();
        for (var trade : Trade.ALL) {
            for (int n = 1; n <= WRITERS; n++) {
                writers.add(new Writer(
                        trade,
                        "%s %d %d".formatted(trade.part(), seed, n),
                        new Random(random.nextLong()),
                        caller(callers, trade.user()),
                        promises,
                        complaints,
                        tally,
                        over::get));
            }
        }
        return writers;
    }

    private interface Blows {
        void fall() throws InterruptedException;
    }

    /** All work until the blows are over. */
    private void together(List<Callable<Void>> work, Blows blows) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = new ArrayList<Future<Void>>();
            work.forEach(one -> begun.add(threads.submit(one)));
            try {
                blows.fall();
            } finally {
                over.set(true);
            }
            for (var one : begun) {
                finished(one);
            }
        }
    }

    private void strike(Striker striker, List<Target> targets) throws InterruptedException {
        var random = new Random(seed);
        var end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        Thread.sleep(CALM_BEFORE);
        while (System.nanoTime() < end) {
            var blow = Blow.next(random, targets);
            out.printf(
                    "  %,d acknowledged; %s %s for %.1f s%n",
                    tally.acknowledged(),
                    blow.target().name(),
                    blow.kind().name().toLowerCase(Locale.ROOT),
                    blow.millis() / 1e3);
            striker.strike(blow);
            Thread.sleep(blow.calm());
            striker.fallen().forEach(part -> complaints.add("a part died by itself: " + part, "after " + blow));
        }
    }

    private List<String> reckon(Map<String, Caller> callers, List<Follower> followers, Bookkeeper bookkeeper)
            throws InterruptedException {
        out.println("reckoning");
        var reckoning = new Reckoning(complaints);
        var ended = Instant.now();
        var told = new TreeMap<String, List<Long>>();
        for (var follower : followers) {
            if (!follower.catchUp(ended, ended.plus(LAST_WORDS))) {
                complaints.add(
                        "the change feed is not complete %d s after the last write".formatted(LAST_WORDS.toSeconds()),
                        follower.toString());
            }
            told.putAll(follower.told());
        }
        var records = promises.all();
        reckoning.records(records, callers);
        reckoning.lists(records, callers);
        reckoning.told(records, told);
        reckoning.also(bookkeeper.balance(caller(callers, "ppm")));
        return reckoning.checked();
    }

    private String project(Map<String, Caller> callers) throws InterruptedException {
        var answer = caller(callers, "ppm")
                .insist(
                        "POST",
                        "/v1/projects",
                        "{\"title\": \"Endurance %d\", \"sponsoringDepartment\": \"DEP-PW\"}".formatted(seed),
                        "Content-Type",
                        "application/json");
        if (!answer.good()) {
            throw new Trouble("No project: " + answer.text());
        }
        return answer.json().path("id").asText();
    }

    private static Caller caller(Map<String, Caller> callers, String who) {
        return Objects.requireNonNull(callers.get(who), who);
    }

    private void finished(Future<Void> work) throws InterruptedException {
        try {
            work.get();
        } catch (ExecutionException e) {
            complaints.add("somebody gave up", String.valueOf(e.getCause()));
        }
    }

    private int report(Machine machine, Striker striker, SmallDisks disks, List<String> checked) throws IOException {
        var verdict = complaints.none() ? "Every promise was kept." : "Promises were broken.";
        var text = """
                # Endurance
                %s, seed %d, %d minutes, %d blows, %s
                Again with `./c3po endure --minutes %d --seed %d%s`.

                **%s**

                ## Checked
                %s

                ## Broken
                %s

                ## Work
                %s

                %s

                ## Blows
                %s

                | second | what | how | for | there again after |
                | -----: | --- | --- | ---: | ---: |
                %s
                """.formatted(
                        Instant.now(),
                        seed,
                        minutes,
                        striker.struck().size(),
                        machine.sentence(),
                        minutes,
                        seed,
                        only.isEmpty() ? "" : " --blows " + String.join(",", only),
                        verdict,
                        checked.stream().map(line -> "- " + line).collect(Collectors.joining("\n")),
                        complaints.none() ? "Nothing." : String.join("\n", complaints.markdown()),
                        tally.work().entrySet().stream()
                                .map(work -> "- %s: %,d acknowledged".formatted(work.getKey(), work.getValue()))
                                .collect(Collectors.joining("\n")),
                        tally.setbacks(),
                        struckAtAll(disks),
                        striker.struck().stream().map(Endure::row).collect(Collectors.joining("\n")));
        var file = repository.resolve("bench/target/endure.md");
        Files.writeString(file, text);
        out.println(text);
        out.println("Written: bench/target/endure.md");
        return complaints.none() ? 0 : 1;
    }

    /** What everybody said of it, before it is deleted with all else. */
    private void keep(Path log) throws IOException {
        var kept = Files.createDirectories(repository.resolve("bench/target/endure-log"));
        try (var files = Files.list(log)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, kept.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        out.println("Kept: bench/target/endure-log");
    }

    private String struckAtAll(SmallDisks disks) {
        return (only.isEmpty() ? "Anything may be struck." : "Struck are only " + String.join(", ", only) + ".")
                + (disks.all().isEmpty() ? " No disk: this user may not mount one to be filled." : "");
    }

    private static String row(Striker.Struck struck) {
        return String.format(
                Locale.ROOT,
                "| %d | %s | %s | %.1f s | %.1f s |",
                struck.second(),
                struck.blow().target().name(),
                struck.blow().kind().name().toLowerCase(Locale.ROOT),
                struck.blow().millis() / 1e3,
                struck.healed());
    }

    /** Ctrl-C: no process of ours may outlive the command, and no data. */
    private void abandon(Suite suite, SmallDisks disks) {
        over.set(true);
        try {
            disks.close();
            suite.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
