package city.c3po.bench.measure;

import city.c3po.bench.suite.Suite;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What every measure works with.
 *
 * @param work a folder for files of the programs that make load
 */
public record Workbench(Suite suite, Plan plan, Path repository, Path work, PrintStream out) {

    /** Measures that need a running suite start with this; the first of them waits for it. */
    Suite running() throws InterruptedException {
        if (!suite.running()) {
            say("starting the suite");
            suite.upForLoad();
        }
        suite.settle();
        return suite;
    }

    void say(String what) {
        out.println("  " + what);
    }
}
