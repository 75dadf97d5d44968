package city.c3po.bench.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A program that runs to its end, with a bound on how long that may take. */
public record Command(List<String> words, Map<String, String> environment) {
    private static final int LAST_LINES = 15;

    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    public static Command of(String... words) {
        return new Command(List.of(words), Map.of());
    }

    public Command with(String name, String value) {
        var more = new TreeMap<>(environment);
        more.put(name, value);
        return new Command(words, more);
    }

    public Command and(String... more) {
        var all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return new Command(all, environment);
    }

    /** What it printed; anything but a good end is trouble. */
    public String run(Duration patience) throws InterruptedException {
        var result = finish(patience);
        if (result.exit != 0) {
            throw new Trouble("`%s` ended with %d:%n%s".formatted(name(), result.exit, tail(result.text)));
        }
        return result.text;
    }

    public Result finish(Duration patience) throws InterruptedException {
        try {
            // A file and not a pipe: a server that the command leaves behind would keep a pipe open for ever.
            var output = Files.createTempFile("bench", ".out");
            try {
                var builder = new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(
                                Path.of("/dev/null").toFile()))
                        .redirectOutput(output.toFile());
                builder.environment().putAll(environment);
                var process = builder.start();
                if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroy();
                    throw new Trouble("`%s` has not ended after %d s:%n%s"
                            .formatted(name(), patience.toSeconds(), tail(Files.readString(output))));
                }
                return new Result(process.exitValue(), Files.readString(output));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new Trouble("`%s` cannot be run".formatted(name()), e);
        }
    }

    public record Result(int exit, String text) {}

    private String name() {
        var program = Path.of(words.getFirst()).getFileName().toString();
        return words.size() == 1 ? program : program + " " + words.get(1);
    }

    private static String tail(String text) {
        var lines = text.strip().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
