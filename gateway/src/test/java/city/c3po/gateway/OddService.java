package city.c3po.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A service whose answers break HTTP, one way for each path {@code /v1/odd/<way>}. */
final class OddService {
    private final ServerSocket door;
    private final String document;
    private final CountDownLatch never = new CountDownLatch(1);

    private OddService(String document) throws IOException {
        this.document = document;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    static OddService start(String document) {
        try {
            return new OddService(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    void stop() {
        never.countDown();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException e) {
                // Closed at the end of the tests.
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            var line = in.readLine();
            for (var header = line; header != null && !header.isEmpty(); header = in.readLine()) {
                // Only the first line counts.
            }
            var path = line == null ? "" : line.split(" ")[1];
            var out = socket.getOutputStream();
            out.write(answerTo(path).getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (path.endsWith("/reset")) {
                // Without a farewell, as a process that is killed with our request in hand.
                socket.setSoLinger(true, 0);
            }
            if (path.endsWith("/silence")) {
                never.await();
            }
        } catch (IOException e) {
            // The gateway hung up, as it should.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String answerTo(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "garbage" -> "this is not HTTP at all\r\n\r\n";
            case "nothing", "reset", "silence" -> "";
            case "half" -> "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\nthe first half";
            case "half-chunked" ->
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n";
            case "odd-coding" -> "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n5\r\nfirst\r\n0\r\n\r\n";
            case "bad-status" -> "HTTP/1.1 999999 Odd\r\nContent-Length: 0\r\n\r\n";
            default ->
                "HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                        .formatted(document.getBytes(StandardCharsets.UTF_8).length, document);
        };
    }
}
