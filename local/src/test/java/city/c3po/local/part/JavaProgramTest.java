package city.c3po.local.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaProgramTest {
    @Test
    void a_start_comes_first_unless_told() {
        assertFalse(JavaProgram.compiling(Settings.of(Map.of())).isEmpty());
        assertEquals(List.of(), JavaProgram.compiling(Settings.of(Map.of("C3PO_COMPILE", "fully"))));
    }
}
