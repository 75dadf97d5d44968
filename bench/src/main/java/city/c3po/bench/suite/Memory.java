package city.c3po.bench.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Memory of a process and its children.
 *
 * @param resident what the system shows for each process, pages shared among them counted in each
 * @param share each shared page divided among those who use it, so that the parts add up
 */
public record Memory(double resident, double share) {
    private static final double KILOBYTES = 1024;

    public static Memory of(long pid) {
        return ProcessHandle.of(pid)
                .map(process -> Stream.concat(Stream.of(process), process.descendants())
                        .map(each -> one(each.pid()))
                        .reduce(new Memory(0, 0), Memory::plus))
                .orElse(new Memory(0, 0));
    }

    public Memory plus(Memory other) {
        return new Memory(resident + other.resident, share + other.share);
    }

    private static Memory one(long pid) {
        var file = Path.of("/proc/%d/smaps_rollup".formatted(pid));
        try {
            return rollup(Files.readString(file));
        } catch (IOException | UncheckedIOException e) {
            // It has ended since, or it belongs to somebody else.
            return new Memory(0, 0);
        }
    }

    static Memory rollup(String text) {
        return new Memory(mebibytes(text, "Rss:"), mebibytes(text, "Pss:"));
    }

    private static double mebibytes(String text, String field) {
        return text.lines()
                        .filter(line -> line.startsWith(field))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / KILOBYTES;
    }
}
