package city.c3po.local.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepTest {
    @ParameterizedTest
    @ValueSource(strings = {"+P60D", "+P1Y2M3D", "+P2W", "+PT8H", "+P1DT30M", "+PT0.5S"})
    void a_step_forward_is_taken_as_it_is(String text) {
        assertEquals(text.substring(1), Step.parse(text).iso());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P60D",
                "60",
                "+60D",
                "+P",
                "+PT",
                "+P0D",
                "-P1D",
                "+P-1D",
                "+P1D-1",
                "+PT-8H",
                "+P1D; drop table x"
            })
    void everything_else_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Step.parse(text));
    }
}
