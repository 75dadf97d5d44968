package city.c3po.local.suite;

import city.c3po.local.part.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** Prints each step with the seconds since the command began. */
public final class Console implements Progress {
    private final PrintStream out;
    private final long begin = System.nanoTime();

    public Console(PrintStream out) {
        this.out = out;
    }

    @Override
    public void say(String part, String what) {
        out.printf(Locale.ROOT, "%6.1f s  %-10s %s%n", seconds(), part, what);
    }

    public double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }
}
