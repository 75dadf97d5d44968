package city.c3po.local;

import city.c3po.local.part.BadSetting;
import city.c3po.local.suite.Suite;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes what a service's journal holds once more, with its ids and times as they were. */
@Command(name = "replay")
final class Replay implements Callable<Integer> {
    private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    @Parameters(index = "0")
    private String key = "";

    @Option(names = "--from", required = true)
    private String from = "";

    @Option(names = "--topic", required = true)
    private String topic = "";

    private final Desk desk;

    Replay(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Suite.keys().contains(key)) {
            throw new BadSetting(
                    "There is no service %s. Services: %s".formatted(key, String.join(", ", Suite.keys())));
        }
        if (!TOPIC.matcher(topic).matches()) {
            throw new BadSetting(
                    "%s is no name of a topic: letters, digits, dot, hyphen and underscore.".formatted(topic));
        }
        if (!isPlace(from)) {
            throw new BadSetting(
                    "--from takes a journal id (1) or an instant (2026-01-31T00:00:00Z), not %s.".formatted(from));
        }
        var launch = desk.suite().replay(key, from, topic);
        var replay = new ProcessBuilder(launch.command()).inheritIO();
        replay.environment().putAll(launch.environment());
        return replay.start().waitFor();
    }

    private static boolean isPlace(String from) {
        if (from.matches("[0-9]{1,18}")) {
            return true;
        }
        try {
            Instant.parse(from);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
