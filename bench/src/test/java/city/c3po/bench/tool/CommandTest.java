package city.c3po.bench.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommandTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void itTellsWhatTheProgramPrinted() throws InterruptedException {
        assertEquals(
                "seen\n",
                Command.of("sh", "-c", "echo $WHAT").with("WHAT", "seen").run(PATIENCE));
    }

    @Test
    void aBadEndIsTroubleWithTheLastWords() {
        var trouble = assertThrows(
                Trouble.class,
                () -> Command.of("sh", "-c", "echo no port left; exit 3").run(PATIENCE));

        assertTrue(trouble.getMessage().contains("ended with 3"), trouble.getMessage());
        assertTrue(trouble.getMessage().contains("no port left"), trouble.getMessage());
    }

    @Test
    void aProgramThatDoesNotEndIsEnded() {
        assertThrows(Trouble.class, () -> Command.of("sleep", "60").run(Duration.ofMillis(50)));
    }

    @Test
    void aServerThatTheProgramLeavesBehindIsNotWaitedFor() throws InterruptedException {
        assertEquals("up\n", Command.of("sh", "-c", "sleep 5 & echo up").run(Duration.ofSeconds(4)));
    }
}
