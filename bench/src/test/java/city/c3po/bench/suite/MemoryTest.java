package city.c3po.bench.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void residentAndShareAreDifferentThings() {
        var memory = Memory.rollup("""
                00400000-7ffd00000000 ---p 00000000 00:00 0                              [rollup]
                Rss:              204800 kB
                Pss:              153600 kB
                Pss_Dirty:        100000 kB
                Shared_Clean:      51200 kB
                """);

        assertEquals(new Memory(200, 150), memory);
    }

    @Test
    void aProcessThatHasEndedUsesNone() {
        assertEquals(new Memory(0, 0), Memory.of(Long.MAX_VALUE));
    }
}
