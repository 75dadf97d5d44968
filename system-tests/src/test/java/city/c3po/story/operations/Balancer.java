package city.c3po.story.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One address for several replicas, as Kubernetes' Service is: each connection goes to the next replica that takes it.
 * It looks at nothing but connections; whatever else is asked for has to come from the programs themselves.
 */
final class Balancer implements AutoCloseable {
    private final ServerSocket door;
    private final List<Integer> replicas;
    private final AtomicInteger next = new AtomicInteger();

    Balancer(Integer... replicas) {
        try {
            this.door = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.replicas = List.of(replicas);
        Thread.ofVirtual().name("balancer").start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closing) {
                // The loop ends if it is this door that was closed.
            }
        }
    }

    private void connect(Socket client) {
        for (var tries = 0; tries < replicas.size(); tries++) {
            var port = replicas.get(Math.floorMod(next.getAndIncrement(), replicas.size()));
            var replica = new Socket();
            try {
                replica.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
                client.setTcpNoDelay(true);
                replica.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> carry(replica, client));
                carry(client, replica);
                return;
            } catch (IOException dead) {
                end(replica);
            }
        }
        end(client);
    }

    /** When one side ends or breaks, so does the other. */
    private static void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            // Told to the other side below.
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
