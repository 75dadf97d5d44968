package city.c3po.bench.endure;

import city.c3po.bench.suite.Suite;
import city.c3po.bench.tool.Command;
import city.c3po.bench.tool.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private final Ways ways;
    private final SmallDisks disks;
    private final List<Struck> struck = new ArrayList<>();
    private final Set<String> mayStillEnd = new HashSet<>();
    private final long begin = System.nanoTime();

    Striker(Suite suite, Ways ways, SmallDisks disks) {
        this.suite = suite;
        this.ways = ways;
        this.disks = disks;
    }

    void strike(Blow blow) throws InterruptedException {
        var at = System.nanoTime();
        var part = blow.target().part();
        switch (blow.kind()) {
            case KILLED -> {
                suite.kill(part);
                Thread.sleep(blow.millis());
                suite.start(part);
            }
            case PAUSED -> {
                var processes = suite.processes(part);
                signal("-STOP", processes);
                try {
                    Thread.sleep(blow.millis());
                } finally {
                    signal("-CONT", processes);
                }
            }
            case CUT -> {
                ways.to(part).cut();
                Thread.sleep(blow.millis());
                ways.to(part).mend();
            }
            case SLOWED -> {
                ways.to(part).slow(LATE);
                Thread.sleep(blow.millis());
                ways.to(part).mend();
            }
            case FULL -> {
                disks.of(part).fill();
                try {
                    Thread.sleep(blow.millis());
                } finally {
                    disks.of(part).makeRoom();
                }
                if (!suite.processes(part).isEmpty()) {
                    mayStillEnd.add(part);
                }
                revive(part);
            }
        }
        struck.add(new Struck((at - begin) / 1_000_000_000L, blow, (System.nanoTime() - at) / 1e9));
    }

    /** Who could not write its log has ended, as it should, or is just about to. */
    private void revive(String part) throws InterruptedException {
        try {
            suite.start(part);
        } catch (Trouble endedMeanwhile) {
            suite.start(part);
        }
    }

    /**
     * Parts that have died although nobody killed them; they are started again. Not named is one whose disk was full: it
     * ends once of that, and takes its time to notice and to say farewell.
     */
    List<String> fallen() throws InterruptedException {
        var fallen = new ArrayList<String>();
        for (var part : List.copyOf(suite.parts())) {
            if (suite.processes(part).isEmpty()) {
                if (!mayStillEnd.remove(part)) {
                    fallen.add(part);
                }
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
