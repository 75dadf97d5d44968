package city.c3po.bench.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PgBenchTest {
    private static final String SUMMARY = """
            transaction type: insert.sql
            scaling factor: 1
            query mode: prepared
            number of clients: 32
            duration: 3 s
            number of transactions actually processed: 12345
            number of failed transactions: %s
            latency average = 7.811 ms
            initial connection time = 91.217 ms
            tps = 4115.25 (without initial connection time)
            """;

    @Test
    void theRateLeavesOutTheTimeToConnect() {
        assertEquals(new Load(12_345, 4_115.25), PgBench.load(SUMMARY.formatted("0 (0.000%)")));
    }

    @Test
    void aRoundWithFailuresIsNoFigure() {
        assertThrows(Trouble.class, () -> PgBench.load(SUMMARY.formatted("7 (0.057%)")));
    }

    @Test
    void aPgbenchThatSaysNothingIsNoFigure() {
        assertThrows(Trouble.class, () -> PgBench.load("pgbench: error: connection refused"));
    }
}
