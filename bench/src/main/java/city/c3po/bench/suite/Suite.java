package city.c3po.bench.suite;

import city.c3po.bench.tool.Command;
import city.c3po.bench.tool.PgBench;
import city.c3po.bench.tool.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A suite of our own, with an empty folder and free ports. Closing it deletes everything it has kept. */
public final class Suite implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(12);
    private static final Duration STOP = Duration.ofMinutes(6);
    private static final Duration ANSWER = Duration.ofMinutes(1);

    private final Path repository;
    private final Path home;
    private final int offset;
    /** Of the launcher, for all that is started from now on. */
    private Map<String, String> start = Map.of();

    private boolean settled;
    private final SequencedMap<String, Integer> ways = new TreeMap<>();
    private volatile @Nullable Status status;

    private Suite(Path repository, Path home, int offset) {
        this.repository = repository;
        this.home = home;
        this.offset = offset;
    }

    /** Not started yet. What an interrupted run has left in the folder is stopped and deleted first. */
    public static Suite in(Path repository, Path home) throws InterruptedException {
        if (Files.exists(home)) {
            new Suite(repository, home, 0).launcher("down").and("--wipe").run(STOP);
        }
        return new Suite(repository, home, FreeOffset.find());
    }

    /** Starts it as the images of a city run, which compile busy methods twice; the launcher's habit is a quick start. */
    public double upForLoad() throws InterruptedException {
        start = Map.of("C3PO_COMPILE", "fully", "C3PO_AOT", "off");
        return up();
    }

    /** Starts it for minutes: as the launcher does, but without start-up caches, which would be written in the end. */
    public double upBriefly() throws InterruptedException {
        start = Map.of("C3PO_AOT", "off");
        return up();
    }

    /** Where it keeps everything. */
    public Path home() {
        return home;
    }

    /** Where its parts will listen, or do. */
    public SequencedMap<String, Integer> ports() throws InterruptedException {
        return Status.ports(launcher("status").finish(ANSWER).text());
    }

    /** Tells the other parts, from the next start on, to reach a part at this port instead of its own. */
    public void reach(String part, int port) {
        ways.put("C3PO_WAY_" + part.toUpperCase(Locale.ROOT).replace('-', '_'), port);
    }

    /** Starts it and answers how long that took, in seconds, the launcher's own part included. */
    public double up() throws InterruptedException {
        var begin = System.nanoTime();
        launcher("up").and("--detach").run(START);
        var seconds = (System.nanoTime() - begin) / 1e9;
        status = Status.read(launcher("status").finish(ANSWER).text());
        return seconds;
    }

    /** With the departments and people that requests speak of; once. */
    public void settle() throws InterruptedException {
        if (!settled) {
            launcher("demo").run(START);
            settled = true;
        }
    }

    public void down() throws InterruptedException {
        status = null;
        launcher("down").run(STOP);
    }

    /** All parts that run, by their names. */
    public Set<String> parts() {
        return status().parts().keySet();
    }

    /** The process of a part and those that it has started. */
    public List<ProcessHandle> processes(String part) {
        var pid = Objects.requireNonNull(status().pids().get(part), part);
        return ProcessHandle.of(pid)
                .map(process ->
                        Stream.concat(Stream.of(process), process.descendants()).toList())
                .orElse(List.of());
    }

    /** Ends a part as a crash does. */
    public void kill(String part) throws InterruptedException {
        launcher("kill").and(part).run(ANSWER);
    }

    /** Lets a part finish and leave. */
    public void stop(String part) throws InterruptedException {
        launcher("stop").and(part).run(STOP);
    }

    /** Starts a part that is dead and waits until it is ready. */
    public void start(String part) throws InterruptedException {
        launcher("start").and(part).run(START);
        status = status().and(Status.read(launcher("status").finish(ANSWER).text()));
    }

    /** Sends a journal again, to a topic that is there, and answers what the command said. */
    public String replay(String key, String topic) throws InterruptedException {
        return launcher("replay").and(key, "--from", "1", "--topic", topic).run(START);
    }

    public boolean running() {
        return status != null;
    }

    public String token(String who) throws InterruptedException {
        return launcher("token").and(who).run(ANSWER).strip();
    }

    public URI address(String part) {
        return URI.create(status().address(part));
    }

    /** Who signs the tokens. */
    public URI issuer() {
        return address("identity").resolve("/realms/city");
    }

    /** Where the broker is, as a client wants to know it. */
    public String kafka() {
        return status().address("kafka");
    }

    public PgBench postgres() {
        var server = URI.create(status().address("postgres").replace("jdbc:", ""));
        return new PgBench(server.getHost(), server.getPort(), secret("postgres.superuser"));
    }

    public SequencedMap<String, Memory> memory() {
        var memory = new LinkedHashMap<String, Memory>();
        status().pids().forEach((part, pid) -> memory.put(part, Memory.of(pid)));
        return memory;
    }

    /** Once only: the end of the command and Ctrl-C may want it at the same time. */
    @Override
    public synchronized void close() throws InterruptedException {
        status = null;
        if (Files.exists(home)) {
            launcher("down").and("--wipe").run(STOP);
        }
    }

    private Status status() {
        if (status == null) {
            throw new IllegalStateException("The suite is not running");
        }
        return status;
    }

    private String secret(String name) {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("secrets.properties"))) {
            secrets.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var secret = secrets.getProperty(name);
        if (secret == null) {
            throw new Trouble("The suite keeps no secret " + name);
        }
        return secret;
    }

    private Command launcher(String verb) {
        var command = Command.of(repository.resolve("c3po").toString(), verb)
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("C3PO_HOME", home.toString())
                .with("C3PO_PORT_OFFSET", Integer.toString(offset))
                // One caller sends what a city's callers send together.
                .with("C3PO_GATEWAY_REQUESTS_PER_MINUTE", "0")
                .with("C3PO_GATEWAY_ANONYMOUS_REQUESTS_PER_MINUTE", "0")
                // Whatever is to be measured was built before the first measure.
                .with("C3PO_BUILD", "no");
        for (var way : ways.entrySet()) {
            command = command.with(way.getKey(), Integer.toString(way.getValue()));
        }
        for (var setting : start.entrySet()) {
            command = command.with(setting.getKey(), setting.getValue());
        }
        return command;
    }
}
