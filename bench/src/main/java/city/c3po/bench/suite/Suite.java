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
import java.util.Properties;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A suite of our own, with an empty folder and free ports. Closing it deletes everything it has kept. */
public final class Suite implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(6);
    private static final Duration STOP = Duration.ofMinutes(6);
    private static final Duration ANSWER = Duration.ofMinutes(1);

    private final Path repository;
    private final Path home;
    private final int offset;
    private @Nullable Status status;

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

    /** Starts it and answers how long that took, in seconds, the launcher's own part included. */
    public double up() throws InterruptedException {
        var begin = System.nanoTime();
        launcher("up").and("--detach").run(START);
        var seconds = (System.nanoTime() - begin) / 1e9;
        status = Status.read(launcher("status").finish(ANSWER).text());
        return seconds;
    }

    /** With the departments and people that requests speak of. Doing it again changes nothing. */
    public void settle() throws InterruptedException {
        launcher("demo").run(START);
    }

    public void down() throws InterruptedException {
        status = null;
        launcher("down").run(STOP);
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
        return Command.of(repository.resolve("c3po").toString(), verb)
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("C3PO_HOME", home.toString())
                .with("C3PO_PORT_OFFSET", Integer.toString(offset))
                // One caller sends what a city's callers send together.
                .with("C3PO_GATEWAY_REQUESTS_PER_MINUTE", "0")
                .with("C3PO_GATEWAY_ANONYMOUS_REQUESTS_PER_MINUTE", "0")
                // Whatever is to be measured was built before the first measure.
                .with("C3PO_BUILD", "no");
    }
}
