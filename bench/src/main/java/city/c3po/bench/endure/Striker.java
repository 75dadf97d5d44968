package city.c3po.bench.endure;

import city.c3po.bench.suite.Suite;
import city.c3po.bench.tool.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lets things go wrong, one after the other, and notes what and when. */
final class Striker {
    private static final Duration SIGNAL = Duration.ofSeconds(10);
    private static final int LATE = 40;

    /**
     * @param second since the beginning
     * @param healed seconds from the blow until the part was there again
     */
    record Struck(long second, Blow blow, double healed) {}

    private final Suite suite;
    private final Network network;
    private final List<Struck> struck = new ArrayList<>();
    private final long begin = System.nanoTime();

    Striker(Suite suite, Network network) {
        this.suite = suite;
        this.network = network;
    }

    void strike(Blow blow) throws InterruptedException {
        var at = System.nanoTime();
        switch (blow.kind()) {
            case KILLED -> {
                suite.kill(blow.part());
                Thread.sleep(blow.millis());
                suite.start(blow.part());
            }
            case PAUSED -> {
                var processes = suite.processes(blow.part());
                signal("-STOP", processes);
                try {
                    Thread.sleep(blow.millis());
                } finally {
                    signal("-CONT", processes);
                }
            }
            case CUT -> {
                network.cut();
                Thread.sleep(blow.millis());
                network.mend();
            }
            case SLOWED -> {
                network.slow(LATE);
                Thread.sleep(blow.millis());
                network.mend();
            }
        }
        struck.add(new Struck((at - begin) / 1_000_000_000L, blow, (System.nanoTime() - at) / 1e9));
    }

    /** Parts that have died although nobody killed them; they are started again. */
    List<String> fallen() throws InterruptedException {
        var fallen = new ArrayList<String>();
        for (var part : List.copyOf(suite.parts())) {
            if (suite.processes(part).isEmpty()) {
                fallen.add(part);
                suite.start(part);
            }
        }
        return fallen;
    }

    List<Struck> struck() {
        return struck;
    }

    /** Some may have ended by themselves meanwhile, as a database's workers do; that is no trouble. */
    private static void signal(String signal, List<ProcessHandle> processes) throws InterruptedException {
        var words = Stream.concat(
                        Stream.of("kill", signal), processes.stream().map(process -> Long.toString(process.pid())))
                .toArray(String[]::new);
        Command.of(words).finish(SIGNAL);
    }
}
