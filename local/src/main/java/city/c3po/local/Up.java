package city.c3po.local;

import city.c3po.local.part.Memory;
import city.c3po.local.part.Part;
import city.c3po.local.part.PartProcess;
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
    @Option(names = "--detach")
    private boolean detach;

    @Option(names = "--only", split = ",")
    private List<String> only = List.of();

    private final Desk desk;

    Up(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        var suite = desk.newSuite();
        var parts = only.isEmpty() ? suite.parts() : Named.parts(suite, only);
        var console = desk.console();
        if (!detach) {
            // Registered before the first process starts, so that Ctrl-C during the start cleans up too.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> new Stop(desk.home(), console).all(suite.parts())));
        }
        suite.settleElsewhere();
        new Start(desk.home(), console).all(parts);
        welcome(suite, parts, console);
        if (!detach) {
            desk.out().println("Ctrl-C stops everything.");
            watch(parts, console);
        }
        return 0;
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
        if (parts.size() == suite.parts().size()) {
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

    private void watch(List<Part> parts, Console console) throws InterruptedException {
        var states = new HashMap<String, PartProcess.State>();
        parts.forEach(part -> states.put(part.name(), PartProcess.State.RUNNING));
        while (states.values().stream().anyMatch(state -> state != PartProcess.State.STOPPED)) {
            Thread.sleep(1_000);
            for (var part : parts) {
                var state = new PartProcess(desk.home(), part.name()).state();
                if (states.put(part.name(), state) != state) {
                    console.say(
                            part.name(),
                            switch (state) {
                                case RUNNING -> "is running again";
                                case DIED ->
                                    "has died; see ./c3po logs %1$s, then ./c3po start %1$s".formatted(part.name());
                                case STOPPED -> "was stopped";
                            });
                }
            }
        }
    }
}
