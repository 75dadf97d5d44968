package city.c3po.story.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Calls {@code ./c3po} and other commands as a person would, with the suite's own ports and folder. */
final class Launcher {
    private final Path root;
    private final Map<String, String> settings;

    /** @param settings the only {@code C3PO_…} variables the command sees, whatever the build was started with */
    Launcher(Path root, Map<String, String> settings) {
        this.root = root;
        this.settings = settings;
    }

    /** What a command printed, and how it ended. */
    record Outcome(String command, int exit, String out) {
        String expectSuccess() {
            if (exit != 0) {
                throw new AssertionError("%s ended with %d and printed:%n%s".formatted(command, exit, out));
            }
            return out;
        }
    }

    Outcome c3po(Duration patience, String... arguments) {
        var command = new ArrayList<>(List.of(root.resolve("c3po").toString()));
        command.addAll(List.of(arguments));
        return run(patience, command);
    }

    Outcome run(Duration patience, List<String> command) {
        var line = String.join(" ", command);
        try {
            // Into a file, not a pipe: processes that the command leaves behind would keep a pipe open for ever.
            var out = Files.createTempFile("c3po", ".out");
            try {
                var process = process(command, out).start();
                if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("%s did not end within %d s and printed:%n%s"
                            .formatted(line, patience.toSeconds(), Files.readString(out)));
                }
                return new Outcome(line, process.exitValue(), Files.readString(out));
            } finally {
                Files.deleteIfExists(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during " + line, e);
        }
    }

    private ProcessBuilder process(List<String> command, Path out) {
        var builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("C3PO_"));
        builder.environment().putAll(settings);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile());
    }
}
