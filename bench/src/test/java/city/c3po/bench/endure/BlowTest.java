package city.c3po.bench.endure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.bench.endure.Blow.Kind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BlowTest {
    private static final List<String> PARTS = List.of("gateway", "kafka", "portfolio", "postgres");

    private static List<Blow> blows(long seed) {
        var random = new Random(seed);
        return Stream.generate(() -> Blow.next(random, PARTS)).limit(200).toList();
    }

    @Test
    void theSameSeedStrikesTheSameBlows() {
        assertEquals(blows(7), blows(7));
        assertNotEquals(blows(7), blows(8));
    }

    @Test
    void everyPartAndTheNetworkAreStruckInEveryWayThatFits() {
        var kinds = EnumSet.noneOf(Kind.class);
        var parts = new HashSet<String>();
        for (var blow : blows(7)) {
            kinds.add(blow.kind());
            parts.add(blow.part());
            var network = blow.part().equals(Blow.NETWORK);
            assertEquals(network, Set.of(Kind.CUT, Kind.SLOWED).contains(blow.kind()), blow::toString);
        }
        assertEquals(EnumSet.allOf(Kind.class), kinds);
        assertTrue(parts.containsAll(PARTS) && parts.size() == PARTS.size() + 1, parts::toString);
    }
}
