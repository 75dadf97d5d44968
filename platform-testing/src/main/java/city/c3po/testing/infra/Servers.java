package city.c3po.testing.infra;

import city.c3po.testing.Workspace;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The client side of the shared servers: finds the process of this build, or starts it. */
public final class Servers {
    private static final Duration START_BOUND = Duration.ofSeconds(180);
    private static @Nullable Endpoints found;

    private Servers() {}

    public static synchronized Endpoints ofThisBuild() {
        if (found == null) {
            var build = BuildProcess.current();
            try {
                found = findOrStart(build, Workspace.root().resolve("target/infra"));
            } catch (IOException e) {
                throw new UncheckedIOException("test servers", e);
            }
        }
        return found;
    }

    static Endpoints findOrStart(BuildProcess build, Path folder) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(build.key() + ".properties");
        var lock = folder.resolve(build.key() + ".lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            var running = Endpoints.read(file);
            return running.isPresent() ? running.get() : start(build, file, folder.resolve(build.key() + ".log"));
        }
    }

    private static Endpoints start(BuildProcess build, Path file, Path log) throws IOException {
        forgetOldBuilds(file.getParent());
        var arguments = Files.createTempFile("c3po-servers", ".args");
        Files.write(arguments, List.of("-cp", '"' + classPath().replace("\\", "\\\\") + '"'));
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dlogging.configuration=" + Servers.class.getResource("logging.properties"),
                        "@" + arguments,
                        ServerProcess.class.getName(),
                        "" + build.pid(),
                        "" + build.startedAt(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.getOutputStream().close();
        var until = System.nanoTime() + START_BOUND.toNanos();
        while (System.nanoTime() < until) {
            if (!process.isAlive()) {
                throw new IllegalStateException("test servers did not start, see " + log + "\n" + lastLines(log));
            }
            var endpoints = Endpoints.read(file);
            if (endpoints.isPresent()) {
                Files.deleteIfExists(arguments);
                return endpoints.get();
            }
            await(process);
        }
        process.destroy();
        throw new IllegalStateException("test servers were not ready in " + START_BOUND + ", see " + log);
    }

    /** Logs stay long enough to be read. */
    private static void forgetOldBuilds(Path folder) throws IOException {
        var yesterday = System.currentTimeMillis() - Duration.ofDays(1).toMillis();
        try (var files = Files.list(folder)) {
            files.map(Path::toFile)
                    .filter(old -> old.lastModified() < yesterday)
                    .forEach(File::delete);
        }
    }

    /** Surefire replaces the class path by a jar of its own, and tells the real one in this property. */
    private static String classPath() {
        var surefire = System.getProperty("surefire.test.class.path");
        return surefire != null ? surefire : System.getProperty("java.class.path");
    }

    private static void await(Process process) {
        try {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the test servers start", e);
        }
    }

    private static String lastLines(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }
}
