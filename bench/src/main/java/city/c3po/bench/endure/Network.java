package city.c3po.bench.endure;

import city.c3po.bench.tool.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to one address, which can be cut and made slow: what it carries it does not look at. */
final class Network implements AutoCloseable {
    private static final int PIECE = 16 * 1024;

    private final InetSocketAddress target;
    private final ServerSocket entry;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile int delayMillis;

    Network(URI target) {
        this.target = new InetSocketAddress(target.getHost(), target.getPort());
        try {
            this.entry = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new Trouble("This machine gives no port", e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + entry.getLocalPort());
    }

    void cut() {
        cut = true;
        open.forEach(Network::close);
    }

    void slow(int millis) {
        delayMillis = millis;
    }

    void mend() {
        cut = false;
        delayMillis = 0;
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                var from = entry.accept();
                Thread.ofVirtual().start(() -> connect(from));
            } catch (IOException e) {
                // closed, or one caller less
            }
        }
    }

    private void connect(Socket from) {
        var to = new Socket();
        open.add(from);
        open.add(to);
        try {
            if (cut) {
                throw new IOException("cut");
            }
            to.connect(target);
            from.setTcpNoDelay(true);
            to.setTcpNoDelay(true);
            var there = from.getInputStream();
            var onward = to.getOutputStream();
            Thread.ofVirtual().start(() -> pump(there, onward, from, to));
            pump(to.getInputStream(), from.getOutputStream(), from, to);
        } catch (IOException e) {
            close(from);
            close(to);
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void pump(InputStream in, OutputStream out, Socket from, Socket to) {
        var piece = new byte[PIECE];
        try {
            for (var read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (delayMillis > 0) {
                    Thread.sleep(delayMillis);
                }
                out.write(piece, 0, read);
            }
        } catch (IOException e) {
            // one end is gone, so the other goes too
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use any more either way
        }
    }

    @Override
    public void close() {
        cut();
        try {
            entry.close();
        } catch (IOException e) {
            throw new Trouble("The network does not end", e);
        }
    }
}
