package city.c3po.local.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaProgramTest {
    @Test
    void a_start_comes_first_unless_told() {
        assertFalse(JavaProgram.compiling(Settings.of(Map.of())).isEmpty());
        assertEquals(List.of(), JavaProgram.compiling(Settings.of(Map.of("C3PO_COMPILE", "fully"))));
    }

    @Test
    void a_way_to_compile_that_there_is_not_is_refused() {
        var typo = Settings.of(Map.of("C3PO_COMPILE", "fuly"));

        var refusal = assertThrows(BadSetting.class, () -> JavaProgram.compiling(typo));

        assertEquals("C3PO_COMPILE is quickly or fully, not fuly.", refusal.getMessage());
    }
}
