package city.c3po.local;

import city.c3po.local.part.Memory;
import city.c3po.local.part.Part;
import city.c3po.local.part.PartProcess;
import city.c3po.local.service.SuiteHealth;
import city.c3po.local.suite.Console;
import city.c3po.local.suite.Start;
import city.c3po.local.suite.Stop;
import city.c3po.local.suite.Suite;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the suite. In the foreground it stays, tells when a part dies, and Ctrl-C stops everything. */
@Command(name = "up")
final class Up implements Callable<Integer> {
    private static final String STOPPED = "was stopped";

    @Option(names = "--detach")
    private boolean detach;

    @Option(names = "--only", split = ",")
    private List<String> only = List.of();

    private final Desk desk;

    private volatile boolean ready;
    private volatile boolean stopping;

    Up(Desk desk) {
        this.desk = desk;
    }

    static Up detached(Desk desk) {
        var up = new Up(desk);
        up.detach = true;
        return up;
    }

    @Override
    public Integer call() throws InterruptedException {
        var suite = desk.newSuite();
        var parts = only.isEmpty() ? suite.parts() : Named.parts(suite, only);
        var console = desk.console();
        var start = new Start(desk.home(), console);
        // Registered before the first process starts, so that Ctrl-C during the start cleans up too.
        var farewell = new Thread(() -> {
            stopping = true;
            var launched = start.abandon();
            var stop = new Stop(desk.home(), console);
            if (ready) {
                stop.all(suite.parts());
            } else {
                stop.allQuickly(launched);
            }
        });
        Runtime.getRuntime().addShutdownHook(farewell);
        suite.settleElsewhere();
        start.all(parts);
        if (isWhole(suite, parts)) {
            new SuiteHealth(suite.gateway()).await();
        }
        ready = true;
        welcome(suite, parts, console);
        if (detach) {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } else {
            desk.out().println("Ctrl-C stops everything.");
            watch(parts, console);
        }
        return 0;
    }

    private static boolean isWhole(Suite suite, List<Part> parts) {
        return parts.size() == suite.parts().size();
    }

    private void welcome(Suite suite, List<Part> parts, Console console) {
        var kilobytes = parts.stream()
                .flatMap(part -> new PartProcess(desk.home(), part.name()).running().stream())
                .mapToLong(Memory::kilobytes)
                .sum();
        desk.out()
                .printf(
                        Locale.ROOT,
                        "Ready in %.1f s, using %.1f GiB of memory.%n",
                        console.seconds(),
                        kilobytes / 1024.0 / 1024.0);
        if (isWhole(suite, parts)) {
            desk.out().printf("""

                    API            %1$s/v1/initiatives
                    Documentation  %1$s/docs
                    Health         %1$s/health
                    A token        ./c3po token submitter
                    A sample city  ./c3po demo
                    Stop           ./c3po down

                    """, suite.gateway());
        }
    }

    /** Tells what happens to the parts, until all of them were stopped by another command. */
    private void watch(List<Part> parts, Console console) throws InterruptedException {
        var seen = new HashMap<String, String>();
        parts.forEach(part -> seen.put(part.name(), now(part)));
        while (!stopping && seen.values().stream().anyMatch(now -> !now.equals(STOPPED))) {
            Thread.sleep(500);
            for (var part : parts) {
                var now = now(part);
                if (!stopping && !now.equals(seen.put(part.name(), now))) {
                    console.say(part.name(), now);
                }
            }
        }
    }

    private String now(Part part) {
        var process = new PartProcess(desk.home(), part.name());
        return switch (process.state()) {
            case RUNNING ->
                "runs as process " + process.running().map(ProcessHandle::pid).orElse(0L);
            case DIED -> "has died; see ./c3po logs %1$s, then ./c3po start %1$s".formatted(part.name());
            case STOPPED -> STOPPED;
        };
    }
}
