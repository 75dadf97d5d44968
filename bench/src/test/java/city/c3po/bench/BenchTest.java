package city.c3po.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchTest {
    private final StringWriter printed = new StringWriter();

    @Test
    void aMeasureThatDoesNotExistIsRefusedWithTheNamesOfThoseThatDo() {
        assertEquals(2, bench("--only", "read,speed"));

        assertTrue(
                printed.toString()
                        .contains(
                                "There is no measure speed; there are start, read, gateway, streams, list, dashboard, page, pollers, take-in, transition, intake, visible, import, upkeep, rebuild."));
    }

    @Test
    void anOptionThatDoesNotExistIsRefused() {
        assertEquals(2, bench("--fast"));
    }

    @Test
    void helpNamesTheOptions() {
        assertEquals(0, bench("--help"));

        assertTrue(printed.toString().contains("--quick"));
        assertTrue(printed.toString().contains("--[no-]publish"));
    }

    private int bench(String... arguments) {
        var line = new CommandLine(new Bench(Path.of("."), new PrintStream(PrintStream.nullOutputStream())));
        return line.setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(printed))
                .execute(arguments);
    }
}
