package city.c3po.story.badinput;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Clients that never come to the end of a request's head, a byte now and then: they would take every place there is. */
@TheSuite
@Order(4)
class SlowClientStory {
    private static final int TRICKLERS = 300;
    private static final int BETWEEN_BYTES_MILLIS = 100;
    private static final int MOST_BYTES = 900;
    private static final int LONGER_THAN_A_HEAD_MILLIS = 13_000;
    private static final String BEGUN = "GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";

    private final RunningSuite suite;

    SlowClientStory(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void a_head_that_never_ends_loses_its_connection_and_keeps_nobody_waiting() throws IOException {
        var tricklers = new ArrayList<Socket>();
        for (var n = 0; n < TRICKLERS; n++) {
            var socket = socket();
            write(socket, BEGUN);
            tricklers.add(socket);
        }

        suite.door().get("/health").expect(200);
        for (var trickler : tricklers) {
            assertTrue(isClosedWhileTrickling(trickler), "a trickler still has its connection");
        }
    }

    @Test
    void a_kept_connection_may_not_trickle_its_next_head_either() throws IOException {
        try (var socket = socket()) {
            write(socket, "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertTrue(socket.getInputStream().read() == 'H');
            write(socket, BEGUN);

            assertTrue(isClosedWhileTrickling(socket), "the connection is still open");
        }
    }

    @Test
    void who_pauses_between_requests_for_longer_than_a_head_may_take_is_not_cut_off() throws IOException {
        try (var socket = socket()) {
            assertTrue(isAnswered(socket));
            socket.setSoTimeout(LONGER_THAN_A_HEAD_MILLIS);
            assertThrows(SocketTimeoutException.class, () -> skipAnswer(socket), "an idle connection was closed");
            socket.setSoTimeout(LONGER_THAN_A_HEAD_MILLIS);
            assertTrue(isAnswered(socket));
        }
    }

    private static boolean isAnswered(Socket socket) throws IOException {
        return write(socket, "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
                && socket.getInputStream().read() == 'H';
    }

    /** Reads until nothing more comes; comes back by itself only when the connection is closed. */
    private static void skipAnswer(Socket socket) throws IOException {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private Socket socket() throws IOException {
        var gateway = URI.create(suite.address());
        return new Socket(gateway.getHost(), gateway.getPort());
    }

    /** Takes what comes, sends a byte whenever nothing comes for a moment, and gives up after a while. */
    private static boolean isClosedWhileTrickling(Socket socket) throws IOException {
        socket.setSoTimeout(BETWEEN_BYTES_MILLIS);
        for (var sent = 0; sent < MOST_BYTES; ) {
            try {
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException nothingYet) {
                if (!write(socket, "a")) {
                    return true;
                }
                sent++;
            } catch (SocketException reset) {
                return true;
            }
        }
        return false;
    }

    private static boolean write(Socket socket, String bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes.getBytes());
            return true;
        } catch (SocketException closed) {
            return false;
        }
    }
}
