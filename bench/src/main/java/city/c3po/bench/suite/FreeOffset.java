package city.c3po.bench.suite;

import city.c3po.bench.tool.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Finds a distance by which all ports of the suite can be moved without meeting another program. */
final class FreeOffset {
    // Below the range from which Linux takes ports for outgoing connections.
    private static final int FIRST = 10_000;
    private static final int LAST = 22_000;
    private static final int STEP = 500;

    private FreeOffset() {}

    static int find() {
        return find(FreeOffset::free);
    }

    static int find(IntPredicate free) {
        return IntStream.iterate(FIRST, offset -> offset <= LAST, offset -> offset + STEP)
                .filter(offset -> usual().allMatch(port -> free.test(port + offset)))
                .findFirst()
                .orElseThrow(() ->
                        new Trouble("No range of free ports between %d and %d".formatted(8_080 + FIRST, 9_099 + LAST)));
    }

    /** Where the suite's ports are, with room for the services to come. */
    private static IntStream usual() {
        return IntStream.concat(
                IntStream.concat(IntStream.rangeClosed(8_080, 8_099), IntStream.rangeClosed(9_080, 9_099)),
                IntStream.of(8_180, 8_432));
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
