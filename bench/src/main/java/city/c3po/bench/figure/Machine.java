package city.c3po.bench.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The machine as far as it explains a figure, and nothing that would tell whose it is.
 *
 * @param busyBefore part of the processors that somebody else used just before the run began; negative when the system
 *     does not tell
 */
public record Machine(int processors, double memoryGibibytes, String system, String java, double busyBefore) {
    private static final double QUIET = 0.15;

    /** Looks at the machine for as long as it takes to tell whether it is quiet. */
    public static Machine look(long milliseconds) throws InterruptedException {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                memory() / 1024.0 / 1024.0,
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.version().toString(),
                busy(milliseconds));
    }

    public boolean quiet() {
        return busyBefore < QUIET;
    }

    public String sentence() {
        return String.format(
                Locale.ROOT,
                "%d processors, %.0f GiB of memory, %s, Java %s; %s by other work when the run began.",
                processors,
                memoryGibibytes,
                system,
                java,
                busyBefore < 0 ? "load unknown" : String.format(Locale.ROOT, "%.0f %% used", busyBefore * 100));
    }

    private static long memory() {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemTotal:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static double busy(long milliseconds) throws InterruptedException {
        var before = times();
        Thread.sleep(milliseconds);
        var after = times();
        if (before.isEmpty() || after.isEmpty()) {
            return -1;
        }
        return ProcessorTimes.busy(before.get(), after.get());
    }

    private static Optional<ProcessorTimes> times() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            return lines.findFirst().map(ProcessorTimes::of);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Ticks since the system's start, from the first line of {@code /proc/stat}. */
    record ProcessorTimes(long idle, long all) {
        private static final int IDLE = 3;
        private static final int WAITING = 4;
        // What follows is the time of guests, which the first columns already contain.
        private static final int COLUMNS = 8;

        static ProcessorTimes of(String line) {
            var ticks = Arrays.stream(line.strip().split("\\s+"))
                    .skip(1)
                    .limit(COLUMNS)
                    .mapToLong(Long::parseLong)
                    .toArray();
            return new ProcessorTimes(
                    ticks[IDLE] + ticks[WAITING], Arrays.stream(ticks).sum());
        }

        static double busy(ProcessorTimes before, ProcessorTimes after) {
            var all = after.all - before.all;
            return all <= 0 ? 0 : 1 - (double) (after.idle - before.idle) / all;
        }
    }
}
