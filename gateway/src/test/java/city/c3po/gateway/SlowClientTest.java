package city.c3po.gateway;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.WithInfra;
import city.c3po.testing.WithInfra.Server;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Clients that send a byte now and then. That heads have a deadline is told by a system story: it needs the packaged gateway. */
@QuarkusTest
@WithInfra(value = "gateway", needs = Server.IDENTITY)
@WithTestResource(Neighbourhood.class)
class SlowClientTest extends RunningGateway {
    private static final int BETWEEN_BYTES_MILLIS = 100;
    private static final int MOST_BYTES = 600;
    private static final String REQUEST = "GET /public/v1/trees HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @Test
    void a_body_that_trickles_is_the_callers_fault() throws IOException {
        try (var socket = gateway.socket()) {
            socket.getOutputStream().write("""
                    POST /v1/trees HTTP/1.1\r
                    Host: localhost\r
                    %s: %s\r
                    Content-Length: 100000\r
                    \r
                    """.formatted(TOKEN[0], TOKEN[1]).getBytes(StandardCharsets.ISO_8859_1));
            var answer = answerWhileTrickling(socket, "a");

            assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
        }
    }

    @Test
    void who_has_paused_between_requests_is_not_cut_off() throws IOException {
        try (var socket = gateway.socket()) {
            assertAnswered(socket);
            // longer than a head may take: nothing has begun
            socket.setSoTimeout(3_000);
            assertFalse(isClosed(socket), "an idle connection was closed");
            socket.setSoTimeout(20_000);
            assertAnswered(socket);
        }
    }

    private static void assertAnswered(Socket socket) throws IOException {
        socket.getOutputStream().write(REQUEST.getBytes());
        var in = socket.getInputStream();
        var answer = new StringBuilder();
        while (!answer.toString().endsWith("{\"from\":\"service\"}")) {
            var c = in.read();
            assertTrue(c >= 0, () -> "closed after " + answer);
            answer.append((char) c);
        }
        assertTrue(answer.toString().startsWith("HTTP/1.1 200"), answer::toString);
    }

    /** What came back before the connection was closed; a byte goes out whenever nothing comes for a moment. */
    private static String answerWhileTrickling(Socket socket, String piece) throws IOException {
        socket.setSoTimeout(BETWEEN_BYTES_MILLIS);
        var answer = new StringBuilder();
        for (var sent = 0; sent < MOST_BYTES; ) {
            try {
                var c = socket.getInputStream().read();
                if (c < 0) {
                    return answer.toString();
                }
                answer.append((char) c);
            } catch (SocketTimeoutException nothingYet) {
                if (!write(socket, piece)) {
                    return answer.toString();
                }
                sent++;
            } catch (SocketException reset) {
                return answer.toString();
            }
        }
        return answer + " and the connection stays open";
    }

    private static boolean write(Socket socket, String piece) throws IOException {
        try {
            socket.getOutputStream().write(piece.getBytes());
            return true;
        } catch (SocketException closed) {
            return false;
        }
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        }
    }
}
