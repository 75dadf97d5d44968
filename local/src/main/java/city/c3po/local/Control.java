package city.c3po.local;

import city.c3po.local.part.PartProcess;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Part control: one part at a time, for operators and for tests that break things. */
final class Control {
    private Control() {}

    /** Starts parts that are not running. */
    @Command(name = "start")
    static final class Start implements Callable<Integer> {
        @Parameters(arity = "1..*")
        private List<String> names = List.of();

        @Option(names = "--no-wait")
        private boolean noWait;

        private final Desk desk;

        Start(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() {
            var parts = Named.parts(desk.suite(), names);
            var start = new city.c3po.local.suite.Start(desk.home(), desk.console());
            if (noWait) {
                parts.forEach(start::launch);
            } else {
                start.all(parts);
            }
            return 0;
        }
    }

    /** Lets parts finish and leave. */
    @Command(name = "stop")
    static final class Stop implements Callable<Integer> {
        @Parameters(arity = "1..*")
        private List<String> names = List.of();

        private final Desk desk;

        Stop(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() {
            new city.c3po.local.suite.Stop(desk.home(), desk.console()).all(Named.parts(desk.suite(), names));
            return 0;
        }
    }

    /** Ends parts at once, as a crash does. */
    @Command(name = "kill")
    static final class Kill implements Callable<Integer> {
        @Parameters(arity = "1..*")
        private List<String> names = List.of();

        private final Desk desk;

        Kill(Desk desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() {
            var stop = new city.c3po.local.suite.Stop(desk.home(), desk.console());
            for (var part : Named.parts(desk.suite(), names)) {
                var pid = new PartProcess(desk.home(), part.name()).running().map(ProcessHandle::pid);
                stop.kill(part);
                desk.out()
                        .println(pid.map(id -> "killed %s (%d)".formatted(part.name(), id))
                                .orElse(part.name() + " was not running"));
            }
            return 0;
        }
    }
}
