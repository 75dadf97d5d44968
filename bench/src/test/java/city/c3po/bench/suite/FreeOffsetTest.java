package city.c3po.bench.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.c3po.bench.tool.Trouble;
import org.junit.jupiter.api.Test;

class FreeOffsetTest {
    @Test
    void onePortInUseMovesThemAll() {
        assertEquals(10_500, FreeOffset.find(port -> port != 18_432));
    }

    @Test
    void aMachineWithoutFreePortsIsTrouble() {
        assertThrows(Trouble.class, () -> FreeOffset.find(port -> false));
    }
}
