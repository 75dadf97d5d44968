package city.c3po.story.suite;

import city.c3po.testing.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The packaged suite with ports and data of its own, driven by {@code ./c3po} alone. */
public final class RunningSuite implements AutoCloseable {
    /** A machine's first start builds the identity provider and unpacks the database server. */
    private static final Duration FIRST_START = Duration.ofMinutes(10);

    private static final Pattern STATUS_LINE = Pattern.compile("(?m)^(\\w+) +(?:not )?ready +(\\d+) ");
    private static final Duration COMMAND = Duration.ofMinutes(3);
    private static final List<String> LOGGED = List.of(
            "gateway", "charter", "portfolio", "inventory", "audit", "reporting", "kafka", "postgres", "identity");

    /** {@code -Dc3po.keep=true}: for whoever writes a story, the suite stays up and the next run finds it. */
    private static final boolean KEPT = Boolean.getBoolean("c3po.keep");

    /** Where a front end's development server usually is. */
    private static final int SPA = 5173;

    private final Path home;
    private final int offset;
    private final Launcher launcher;
    private final AccessTokens tokens = new AccessTokens(this::freshToken);

    private RunningSuite(Path home, int offset) {
        this.home = home;
        this.offset = offset;
        this.launcher = new Launcher(
                Workspace.root(),
                Map.of(
                        "C3PO_HOME",
                        home.toString(),
                        "C3PO_PORT_OFFSET",
                        Integer.toString(offset),
                        // The build that runs the stories has made the jars; another one inside it would fight over
                        // them.
                        "C3PO_BUILD",
                        "no",
                        // One caller of a story sends what a city's callers send together.
                        "C3PO_GATEWAY_REQUESTS_PER_MINUTE",
                        "1000000",
                        "C3PO_SPA_ORIGINS",
                        "http://127.0.0.1:" + (SPA + offset),
                        // Recording start-up caches makes the last step of a run longer than most stories.
                        "C3PO_AOT",
                        "off"));
    }

    static RunningSuite start() {
        var folder = Workspace.root().resolve("system-tests/target");
        var home = folder.resolve("c3po");
        var ports = folder.resolve("c3po.offset");
        if (KEPT && Files.exists(ports)) {
            var kept = new RunningSuite(home, Integer.parseInt(read(ports)));
            if (kept.launcher.c3po(COMMAND, "status").exit() == 0) {
                return kept;
            }
        }
        var suite = new RunningSuite(home, FreePorts.offset());
        suite.wipe();
        suite.launcher.c3po(FIRST_START, "up", "--detach").expectSuccess();
        write(ports, Integer.toString(suite.offset));
        return suite;
    }

    /** What an interrupted run may have left behind, processes included. */
    private void wipe() {
        if (Files.exists(home)) {
            c3po("down", "--wipe");
        }
    }

    /** Stops everything and keeps data and logs for whoever wants to know what happened. */
    @Override
    public void close() {
        if (!KEPT) {
            c3po("down");
        }
    }

    /** The gateway, for somebody without a token. */
    public Door door() {
        return new Door(URI.create(address()), tokens);
    }

    /** Of the gateway, without a slash at its end. */
    public String address() {
        return "http://127.0.0.1:" + port(8080);
    }

    /** The only place from which a page in a browser may call; a story that has such a page serves it here. */
    public URI spaOrigin() {
        return URI.create("http://127.0.0.1:" + port(SPA));
    }

    /** The services by key, each with its usual port. A service joins the stories by a line here. */
    public Map<String, Integer> services() {
        return Map.of("charter", 8081, "portfolio", 8082, "inventory", 8083, "audit", 8084, "reporting", 8085);
    }

    /** A service itself, past the gateway: only to compare the two. */
    public Door behindTheDoor(int usualPort) {
        return new Door(URI.create("http://127.0.0.1:" + port(usualPort)), tokens);
    }

    public String token(String name) {
        return tokens.of(name);
    }

    /** From the identity provider, however long the last one would be good for. */
    public String freshToken(String name) {
        return c3po("token", name).strip();
    }

    /** Output of a command that must succeed. */
    public String c3po(String... arguments) {
        return launcher.c3po(COMMAND, arguments).expectSuccess();
    }

    /** Brings a backup back and starts with it; the identity provider begins anew and signs with other keys. */
    public void restore(Path backup) {
        launcher.c3po(FIRST_START, "restore", backup.toString()).expectSuccess();
        tokens.forget();
    }

    /** Output of a script that must succeed, run in the repository as a person would. */
    public String bash(Path script) {
        return launcher.run(Duration.ofMinutes(3), List.of("bash", script.toString()))
                .expectSuccess();
    }

    /** Kill -9: no farewell, nothing finished. */
    public void kill(String part) {
        c3po("kill", part);
    }

    /** The same, prepared so that it takes no time: a blow that falls in the middle of a load. */
    public Runnable aimAt(String part) {
        var process = ProcessHandle.of(processes().get(part)).orElseThrow();
        return () -> {
            process.destroyForcibly();
            process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        };
    }

    /** Process ids by part, as {@code ./c3po status} prints them; a part that lost its database a moment ago lives too. */
    private Map<String, Long> processes() {
        return STATUS_LINE
                .matcher(launcher.c3po(COMMAND, "status").out())
                .results()
                .collect(Collectors.toMap(line -> line.group(1), line -> Long.valueOf(line.group(2))));
    }

    public void start(String part) {
        c3po("start", part);
    }

    /** Starts what a story that failed may have left dead; the next one needs all of it. */
    public void mend() {
        launcher.c3po(FIRST_START, "up", "--detach").expectSuccess();
    }

    public int port(int usual) {
        return usual + offset;
    }

    /** A service's database as its owner sees it. */
    public Connection database(String key) throws SQLException {
        var login = new Properties();
        login.setProperty("user", key + "_owner");
        login.setProperty("password", secret("db." + key + ".owner"));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(8432), key), login);
    }

    public String secret(String name) {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("secrets.properties"))) {
            secrets.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.getProperty(name);
    }

    /** The end of every part's log. */
    public String lastWords(int lines) {
        return LOGGED.stream()
                .map(part -> "---- the end of %s ----%n%s"
                        .formatted(part, tail(home.resolve("log").resolve(part + ".log"), lines)))
                .collect(Collectors.joining("\n"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tail(Path log, int lines) {
        try {
            var all = Files.readAllLines(log);
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(" + e + ")";
        }
    }
}
