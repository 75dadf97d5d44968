package city.c3po.testing;

import city.c3po.testing.infra.Endpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A TCP connection that a test can cut, restore and slow down without touching the server behind it, which other tests
 * share.
 */
public final class Cable implements AutoCloseable {
    private static final Map<String, Cable> PLUGGED = new ConcurrentHashMap<>();
    private static final Duration BIND_BOUND = Duration.ofSeconds(120);
    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile Duration delay = Duration.ZERO;

    private Cable(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
        Thread.ofVirtual().name("cable-" + target).start(this::accept);
    }

    /** A cable to a port on this machine, on any free port. */
    public static Cable to(int target) {
        try {
            return new Cable(new ServerSocket(0, 128, InetAddress.getLoopbackAddress()), target);
        } catch (IOException e) {
            throw new UncheckedIOException("cable to " + target, e);
        }
    }

    /** Between the tested service and PostgreSQL; needs {@code @WithInfra(cabled = true)}. */
    public static Cable postgres() {
        return plugged("postgres");
    }

    /** Between the tested service and Kafka; needs {@code @WithInfra(cabled = true)}. */
    public static Cable kafka() {
        return plugged("kafka");
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Resets what is open and refuses what is new, like a server that is gone. */
    public void cut() {
        cut = true;
        open.forEach(Cable::reset);
    }

    public void restore() {
        cut = false;
    }

    /** Holds every chunk back for so long, in both directions. Zero ends it. */
    public void delay(Duration each) {
        delay = each;
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cable to " + target, e);
        }
    }

    static int plugInPostgres(int target) {
        var cable = to(target);
        PLUGGED.put("postgres", cable);
        return cable.port();
    }

    static int plugInKafka(Endpoints endpoints) {
        var target = Integer.parseInt(endpoints.kafkaCabled().split(":")[1]);
        try {
            var cable = new Cable(bind(endpoints.kafkaCablePort()), target);
            PLUGGED.put("kafka", cable);
            return cable.port();
        } catch (IOException e) {
            throw new UncheckedIOException("cable to Kafka", e);
        }
    }

    static void unplugAll() {
        PLUGGED.values().forEach(Cable::close);
        PLUGGED.clear();
    }

    private static Cable plugged(String server) {
        var cable = PLUGGED.get(server);
        if (cable == null) {
            throw new IllegalStateException("no cable to " + server + ": the test needs @WithInfra(cabled = true)");
        }
        return cable;
    }

    /** The broker advertises one port for cables: a module tested in parallel waits until it is free. */
    private static ServerSocket bind(int port) throws IOException {
        var until = System.nanoTime() + BIND_BOUND.toNanos();
        while (true) {
            try {
                return new ServerSocket(port, 128, InetAddress.getLoopbackAddress());
            } catch (BindException e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                if (cut) {
                    reset(client);
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // The door was closed, or one client left early: the others go on.
            }
        }
    }

    private void connect(Socket client) {
        var server = new Socket();
        try {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
        } catch (IOException e) {
            reset(client);
            return;
        }
        open.add(client);
        open.add(server);
        if (cut) {
            // Cut between the check and here: what was just opened would survive otherwise.
            reset(client);
            reset(server);
        }
        Thread.ofVirtual().start(() -> {
            var back = Thread.ofVirtual().start(() -> copy(server, client));
            copy(client, server);
            awaitEnd(back);
            reset(client);
            reset(server);
            open.remove(client);
            open.remove(server);
        });
    }

    /** An orderly end of one direction is passed on, and leaves the other direction open. */
    private void copy(Socket from, Socket to) {
        var buffer = new byte[16 * 1024];
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!delay.isZero()) {
                    LockSupport.parkNanos(delay.toNanos());
                }
                out.write(buffer, 0, read);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            reset(from);
            reset(to);
        }
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** With linger 0 the peer sees a reset, not an orderly end. */
    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It is closed already.
        }
    }
}
