package city.c3po.local.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaProgramTest {
    @Test
    void a_start_comes_first_unless_told() {
        var usual = Settings.of(Map.of());
        var lasting = Settings.of(Map.of("C3PO_COMPILE", "fully"));

        assertFalse(JavaProgram.compiling(usual).isEmpty());
        assertTrue(JavaProgram.keeping(usual).contains("-XX:-ShrinkHeapInSteps"));
        assertEquals(List.of(), JavaProgram.compiling(lasting));
        assertFalse(JavaProgram.keeping(lasting).contains("-XX:-ShrinkHeapInSteps"));
    }

    @Test
    void a_way_to_compile_that_there_is_not_is_refused() {
        var typo = Settings.of(Map.of("C3PO_COMPILE", "fuly"));

        var refusal = assertThrows(BadSetting.class, () -> JavaProgram.compiling(typo));

        assertEquals("C3PO_COMPILE is quickly or fully, not fuly.", refusal.getMessage());
    }
}
