package city.c3po.audit.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** What is told nothing follows the halves of the year. */
    @ParameterizedTest
    @CsvSource({
        "           , 2026-11-22, 2026-06-30",
        "           , 2026-06-30, 2026-06-30",
        "           , 2026-06-29, 2025-12-31",
        "2026-06-30, 2026-11-22, 2026-12-31",
        "2025-12-31, 2026-11-22, 2026-06-30",
        "2026-03-15, 2026-11-22, 2026-06-30"
    })
    void a_cycle_is_as_of_the_end_of_a_half_year(@Nullable LocalDate last, LocalDate today, LocalDate expected) {
        assertEquals(expected, HalfYear.usual(last, today));
    }
}
