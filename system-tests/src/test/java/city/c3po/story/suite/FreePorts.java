package city.c3po.story.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;

/** Looks for an offset that moves all of the suite's ports to free ones, so that stories run beside a running suite. */
final class FreePorts {
    private static final List<Integer> USUAL = List.of(
            8080, 8081, 8082, 8083, 8084, 8085, 8092, 8093, 8180, 8432, 9080, 9081, 9082, 9083, 9084, 9085, 5173);

    private FreePorts() {}

    /** Below the range from which systems hand out ports to outgoing connections. */
    static int offset() {
        return IntStream.iterate(11_000, offset -> offset <= 22_000, offset -> offset + 500)
                .filter(offset -> USUAL.stream().allMatch(port -> free(port + offset)))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("the suite's ports are not free at once between 19080 and 31085"));
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
