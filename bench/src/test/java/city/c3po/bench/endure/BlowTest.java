package city.c3po.bench.endure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.bench.endure.Blow.Kind;
import city.c3po.bench.endure.Target.Sort;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BlowTest {
    private static final List<Target> TARGETS =
            Target.all(Set.of("portfolio", "gateway", "postgres"), Set.of("postgres"));

    private static List<Blow> blows(long seed) {
        var random = new Random(seed);
        return Stream.generate(() -> Blow.next(random, TARGETS)).limit(200).toList();
    }

    @Test
    void theSameSeedStrikesTheSameBlows() {
        assertEquals(blows(7), blows(7));
        assertNotEquals(blows(7), blows(8));
    }

    @Test
    void everythingIsStruckInEveryWayThatFits() {
        var kinds = EnumSet.noneOf(Kind.class);
        var targets = new HashSet<Target>();
        for (var blow : blows(7)) {
            kinds.add(blow.kind());
            targets.add(blow.target());
            assertTrue(Kind.fitting(blow.target()).contains(blow.kind()), blow::toString);
        }
        assertEquals(EnumSet.allOf(Kind.class), kinds);
        assertEquals(Set.copyOf(TARGETS), targets);
    }

    @Test
    void aPartItsWayAndItsDiskAreStruckDifferently() {
        assertEquals(List.of(Kind.KILLED, Kind.PAUSED), Kind.fitting(new Target(Sort.PART, "kafka")));
        assertEquals(List.of(Kind.CUT, Kind.SLOWED), Kind.fitting(new Target(Sort.WAY_TO, "kafka")));
        assertEquals(List.of(Kind.FULL), Kind.fitting(new Target(Sort.DISK_OF, "kafka")));
    }

    @Test
    void eachHasANameOfItsOwnAndItsPlace() {
        assertEquals(
                List.of(
                        "gateway",
                        "portfolio",
                        "postgres",
                        "way-to-gateway",
                        "way-to-portfolio",
                        "way-to-postgres",
                        "disk-of-postgres"),
                TARGETS.stream().map(Target::name).toList());
    }
}
