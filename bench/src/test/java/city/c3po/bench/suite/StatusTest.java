package city.c3po.bench.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.c3po.bench.tool.Trouble;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusTest {
    private static final String TEXT = """
            PART       STATE           PID   PORT     MEMORY  ADDRESS
            postgres   ready           101  18432     60 MiB  jdbc:postgresql://127.0.0.1:18432
            reporting  not ready       102  18085    180 MiB  http://127.0.0.1:18085
            gateway    ready           103  18080    140 MiB  http://127.0.0.1:18080
                                                     380 MiB
            """;

    /** One that was started on a busy machine may be late with its answer to the look, and is a new process nevertheless. */
    @Test
    void partsThatRunHaveAProcessAndAnAddressReadyOrNot() {
        var status = Status.read(TEXT);

        assertEquals(Map.of("postgres", 101L, "reporting", 102L, "gateway", 103L), status.pids());
        assertEquals("http://127.0.0.1:18080", status.address("gateway"));
    }

    @Test
    void aPartThatIsStoppedIsNotMeasured() {
        var status = Status.read(TEXT + "kafka      stopped           -  18092          -  127.0.0.1:18092\n");

        assertThrows(Trouble.class, () -> status.address("kafka"));
    }

    @Test
    void everyPartHasAPortWhateverItsState() {
        var text = TEXT + "kafka      stopped           -  18092          -  127.0.0.1:18092\n";

        assertEquals(
                Map.of("postgres", 18_432, "reporting", 18_085, "gateway", 18_080, "kafka", 18_092),
                Status.ports(text));
        assertThrows(Trouble.class, () -> Status.ports("PART STATE PID PORT MEMORY ADDRESS"));
    }

    @Test
    void aSuiteWithNothingRunningIsTrouble() {
        assertThrows(Trouble.class, () -> Status.read("PART STATE PID PORT MEMORY ADDRESS"));
    }
}
