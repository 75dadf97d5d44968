package city.c3po.audit.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One way, step by step. */
class CycleStateTest {
    @ParameterizedTest
    @EnumSource
    void each_state_leads_to_the_next_and_nowhere_else(CycleState from) {
        var expected = EnumSet.noneOf(CycleState.class);
        if (from != CycleState.PUBLISHED) {
            expected.add(CycleState.values()[from.ordinal() + 1]);
        }
        assertEquals(expected, from.next());
    }
}
