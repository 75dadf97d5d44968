package city.c3po.bench.tool;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process of ours that answers over HTTP, from its start until it is closed. */
final class Server implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;

    private Server(Process process) {
        this.process = process;
    }

    /** Starts it and waits until {@code address} answers anything at all. */
    static Server start(Command command, Path log, URI address) throws InterruptedException {
        try {
            var builder = new ProcessBuilder(command.words())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(log.toFile());
            builder.environment().putAll(command.environment());
            var server = new Server(builder.start());
            try {
                server.await(address, log);
            } catch (Trouble | InterruptedException e) {
                server.close();
                throw e;
            }
            return server;
        } catch (IOException e) {
            throw new Trouble("`%s` cannot be started".formatted(command.words().getFirst()), e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new Trouble("This machine gives no port", e);
        }
    }

    private void await(URI address, Path log) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (!answers(http, address)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new Trouble("The server at %s does not answer; see %s".formatted(address, log));
                }
                Thread.sleep(50);
            }
        }
    }

    private static boolean answers(HttpClient http, URI address) throws InterruptedException {
        try {
            http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    long pid() {
        return process.pid();
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
