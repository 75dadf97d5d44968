package city.c3po.bench.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;

class WrkTest {
    private static final URI ADDRESS = URI.create("http://127.0.0.1:1");

    @Test
    void theRateComesFromWhatWrkCounted() {
        var load = Wrk.load(ADDRESS, """
                Running 3s test @ http://127.0.0.1:1
                  2 threads and 32 connections
                Requests/sec:   4999.01
                bench {"requests": 15000, "micros": 3000000, "refused": 0, "broken": 0}
                """);

        assertEquals(new Load(15_000, 5_000), load);
    }

    @Test
    void aRoundWithRefusalsIsNoFigure() {
        var trouble = assertThrows(
                Trouble.class,
                () -> Wrk.load(ADDRESS, "bench {\"requests\": 9, \"micros\": 1, \"refused\": 4, \"broken\": 0}"));

        assertTrue(trouble.getMessage().contains("4 were refusals"), trouble.getMessage());
    }

    @Test
    void aRoundWithBrokenConnectionsIsNoFigure() {
        assertThrows(
                Trouble.class,
                () -> Wrk.load(ADDRESS, "bench {\"requests\": 9, \"micros\": 1, \"refused\": 0, \"broken\": 1}"));
    }

    @Test
    void aRoundWithoutAnswersIsNoFigure() {
        assertThrows(
                Trouble.class,
                () -> Wrk.load(ADDRESS, "bench {\"requests\": 0, \"micros\": 1, \"refused\": 0, \"broken\": 0}"));
    }

    @Test
    void aWrkThatSaysNothingIsNoFigure() {
        assertThrows(Trouble.class, () -> Wrk.load(ADDRESS, "unable to connect to 127.0.0.1:1"));
    }
}
