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
            up();
        }
        suite.settle();
        return suite;
    }

    /** As load is measured, or as fast as it goes when there is no time for more than a look. */
    double up() throws InterruptedException {
        return plan.brief() ? suite.upBriefly() : suite.upForLoad();
    }

    void say(String what) {
        out.println("  " + what);
    }
}
