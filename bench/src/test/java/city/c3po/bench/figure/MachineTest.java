package city.c3po.bench.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.bench.figure.Machine.ProcessorTimes;
import org.junit.jupiter.api.Test;

class MachineTest {
    @Test
    void waitingForTheDiskIsNotBeingBusy() {
        var before = ProcessorTimes.of("cpu  100 0 100 700 100 0 0 0 0 0");
        var after = ProcessorTimes.of("cpu  120 0 105 760 115 0 0 0 0 0");

        assertEquals(0.25, ProcessorTimes.busy(before, after), 1e-9);
    }

    @Test
    void timeThatGuestsUsedIsCountedOnce() {
        var before = ProcessorTimes.of("cpu  0 0 0 0 0 0 0 0 0 0");
        var after = ProcessorTimes.of("cpu  50 0 0 50 0 0 0 0 50 0");

        assertEquals(0.5, ProcessorTimes.busy(before, after), 1e-9);
    }

    @Test
    void aBusyMachineIsToldApartFromAQuietOne() {
        assertTrue(new Machine(2, 8, "Linux amd64", "25", 0.05).quiet());
        assertFalse(new Machine(2, 8, "Linux amd64", "25", 0.50).quiet());
    }

    @Test
    void itIsDescribedWithoutSayingWhoseItIs() {
        assertEquals(
                "2 processors, 8 GiB of memory, Linux amd64, Java 25.0.3; 5 % used by other work when the run began.",
                new Machine(2, 8, "Linux amd64", "25.0.3", 0.05).sentence());
    }
}
