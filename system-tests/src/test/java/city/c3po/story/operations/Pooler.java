package city.c3po.story.operations;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A PgBouncer that gives each transaction whichever of a few sessions is free. */
final class Pooler implements AutoCloseable {
    private final Process process;
    private final int port;

    private Pooler(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Debian keeps it where only administrators look. */
    static Optional<Path> installed() {
        return Stream.concat(Arrays.stream(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * @param sessions at most, for each database
     * @param passwords of the roles that may come, plain
     */
    static Pooler before(int postgresPort, int sessions, Map<String, String> passwords, Path program, Path folder)
            throws IOException {
        var port = Program.freePort();
        var users = folder.resolve("users.txt");
        Files.writeString(
                users,
                passwords.entrySet().stream()
                        .map(role -> "\"%s\" \"%s\"".formatted(role.getKey(), role.getValue()))
                        .collect(Collectors.joining("\n", "", "\n")));
        var settings =
                Files.writeString(folder.resolve("pgbouncer.ini"), """
                [databases]
                * = host=127.0.0.1 port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = scram-sha-256
                auth_file = %s
                pool_mode = transaction
                default_pool_size = %d
                ignore_startup_parameters = extra_float_digits
                """.formatted(postgresPort, port, users, sessions));
        var command = new ArrayList<>(List.of(program.toString(), settings.toString()));
        if (System.getProperty("user.name").equals("root")) {
            // It refuses to be root, and reads its files as the user that it becomes.
            command.addAll(1, List.of("--user", "nobody"));
            for (var file : List.of(folder, users, settings)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pgbouncer.log").toFile())
                .start();
        var pooler = new Pooler(process, port);
        await("the pooler listens").atMost(Duration.ofSeconds(30)).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError(Files.readString(folder.resolve("pgbouncer.log")));
            }
            return pooler.listens();
        });
        return pooler;
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
