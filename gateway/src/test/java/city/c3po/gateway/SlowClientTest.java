package city.c3po.gateway;

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
}
