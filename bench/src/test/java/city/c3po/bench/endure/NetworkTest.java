package city.c3po.bench.endure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final int PATIENCE = 10_000;

    private ServerSocket echo;
    private Network network;

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!echo.isClosed()) {
                try (var one = echo.accept()) {
                    one.getInputStream().transferTo(one.getOutputStream());
                } catch (IOException e) {
                    // one conversation less
                }
            }
        });
        network = new Network(URI.create("http://127.0.0.1:" + echo.getLocalPort()));
    }

    @AfterEach
    void close() throws IOException {
        network.close();
        echo.close();
    }

    private Socket connected() throws IOException {
        var socket = new Socket("127.0.0.1", network.address().getPort());
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    private static int said(Socket socket, int word) throws IOException {
        socket.getOutputStream().write(word);
        return socket.getInputStream().read();
    }

    @Test
    void itCarriesBothWays() throws IOException {
        try (var socket = connected()) {
            assertEquals('a', said(socket, 'a'));
        }
    }

    @Test
    void whatIsOpenIsCutAndNothingNewComesThroughUntilItIsMended() throws IOException {
        try (var socket = connected()) {
            assertEquals('a', said(socket, 'a'));

            network.cut();

            assertEnded(socket);
        }
        try (var refused = connected()) {
            assertEnded(refused);
        }

        network.mend();

        try (var again = connected()) {
            assertEquals('b', said(again, 'b'));
        }
    }

    /** The end of the stream or a reset, as the system likes. */
    private static void assertEnded(Socket socket) {
        assertThrows(IOException.class, () -> {
            if (said(socket, 'x') < 0) {
                throw new IOException("ended");
            }
        });
    }
}
