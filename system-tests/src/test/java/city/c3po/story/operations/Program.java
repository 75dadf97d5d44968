package city.c3po.story.operations;

import static org.awaitility.Awaitility.await;

import city.c3po.testing.Workspace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A packaged program of ours as a process of its own, on ports of its own, with the settings it is given and no others. */
final class Program implements AutoCloseable {
    /** For a start on a machine that does many other things. */
    static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final String module;
    private final Map<String, String> settings;
    private final int port;
    private final int managementPort;
    private final Path log;
    private final Process process;

    private Program(String module, Map<String, String> settings, int port, int managementPort) {
        this.module = module;
        this.settings = settings;
        this.port = port;
        this.managementPort = managementPort;
        try {
            var folder = Files.createDirectories(Workspace.root().resolve("system-tests/target/operations"));
            this.log = folder.resolve("%s-%d.log".formatted(module, COUNT.incrementAndGet()));
            var builder = new ProcessBuilder(command(module))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.matches("(C3PO|QUARKUS|KAFKA|JAVA)_.*"));
            builder.environment().putAll(settings);
            builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
            builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
            this.process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Program start(String module, Map<String, String> settings) {
        return new Program(module, settings, freePort(), freePort());
    }

    /** Once more after its end, with the same settings and on the same ports. */
    Program again() {
        return new Program(module, settings, port, managementPort);
    }

    private static List<String> command(String module) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms64m",
                "-Xmx256m",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar"));
        command.add(Workspace.root()
                .resolve("%1$s/target/%1$s-1.0.0-SNAPSHOT-runner.jar".formatted(module))
                .toString());
        return command;
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    int managementPort() {
        return managementPort;
    }

    boolean running() {
        return process.isAlive();
    }

    /** Of a program that ends by itself. */
    int exit() {
        await(module + " ends").atMost(PATIENCE).pollInterval(PAUSE).until(() -> !process.isAlive());
        return process.exitValue();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Program awaitReady() {
        return awaitReadiness(true);
    }

    Program awaitUnready() {
        return awaitReadiness(false);
    }

    private Program awaitReadiness(boolean wanted) {
        await("%s is %s ready".formatted(module, wanted ? "" : "not"))
                .atMost(PATIENCE)
                .pollInterval(PAUSE)
                .failFast(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError(this + " has ended:\n" + log());
                    }
                })
                .until(() -> readiness().map(this::saysReady).orElse(false) == wanted);
        return this;
    }

    private boolean saysReady(JsonNode readiness) {
        return readiness.path("status").asText().equals("UP");
    }

    boolean ready() {
        return readiness().map(this::saysReady).orElse(false);
    }

    /** Empty while nothing listens there. */
    private Optional<JsonNode> readiness() {
        return readiness(managementPort);
    }

    static Optional<JsonNode> readiness(int managementPort) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/q/health/ready".formatted(managementPort)))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return Optional.of(JSON.readTree(
                    CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What one check says of itself; nothing while the program does not listen. */
    String check(String name) {
        return readiness().map(readiness -> check(readiness, name)).orElse("");
    }

    static String check(JsonNode readiness, String name) {
        for (var check : readiness.path("checks")) {
            if (check.path("name").asText().equals(name)) {
                return check.toString();
            }
        }
        return "";
    }

    HttpResponse<String> send(String method, String path, String bearer, String body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .timeout(Duration.ofSeconds(40))
                .header("Authorization", bearer)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Kill -9: no farewell, nothing finished. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return module + " on " + port;
    }
}
