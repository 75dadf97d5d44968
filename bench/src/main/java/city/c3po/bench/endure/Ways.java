package city.c3po.bench.endure;

import city.c3po.bench.suite.Suite;
import java.net.URI;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;

/** A way to each part, which this program carries: of the clients to the door, and of the parts to each other. */
final class Ways implements AutoCloseable {
    /** Clients alone go there, and they are in this program. */
    static final String DOOR = "gateway";

    private final SequencedMap<String, Network> ways = new TreeMap<>();

    /** Of a suite that does not run yet, and is told of them. */
    Ways(Suite suite) throws InterruptedException {
        suite.ports().forEach((part, port) -> {
            var way = new Network(URI.create("tcp://127.0.0.1:" + port));
            ways.put(part, way);
            if (!part.equals(DOOR)) {
                suite.reach(part, way.address().getPort());
            }
        });
    }

    SequencedMap<String, Network> all() {
        return ways;
    }

    Network to(String part) {
        return Objects.requireNonNull(ways.get(part), part);
    }

    @Override
    public void close() {
        ways.values().forEach(Network::close);
    }
}
