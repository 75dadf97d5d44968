package city.c3po.inventory.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.platform.value.Money;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlinesTest {
    private static final LocalDate END = LocalDate.of(2026, 12, 31);
    private static final List<Deadlines.Band> BANDS = Stream.of("0:5", "10000:14", "100000:30", "1000000:45:council")
            .map(Deadlines.Band::of)
            .toList();

    @ParameterizedTest
    @CsvSource({
        "0.00, 2026-10-27",
        "9999.99, 2026-10-27",
        "10000.00, 2026-10-18",
        "100000.00, 2026-10-02",
        "999999.99, 2026-10-02",
        "1000000.00, 2026-08-20",
    })
    void an_approval_takes_as_long_as_its_amount_and_the_council_its_agenda(String cost, LocalDate decision) {
        var deadlines = Deadlines.of(END, 60, Money.of(cost), BANDS, 28);
        assertEquals(LocalDate.of(2026, 11, 1), deadlines.notice());
        assertEquals(decision, deadlines.decision());
    }

    @Test
    void what_nobody_priced_takes_as_long_as_the_dearest() {
        assertEquals(
                LocalDate.of(2026, 8, 20),
                Deadlines.of(END, 60, null, BANDS, 28).decision());
        assertEquals(END, Deadlines.of(END, 0, null, List.of(), 28).decision());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-20, ''",
        "2026-02-21, 180",
        "2026-05-22, '180 90'",
        "2026-08-12, '180 90 60 30'",
        "2026-08-13, '180 90 60 30 7'",
        "2026-12-31, '180 90 60 30 7'",
    })
    void alerts_come_as_the_decision_comes_near(LocalDate today, String due) {
        var deadlines = new Deadlines(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 8, 20));
        assertEquals(due, deadlines.due(today).stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @EnumSource(RenewalState.class)
    void a_renewal_moves_only_as_the_table_says(RenewalState state) {
        switch (state) {
            case OPEN -> assertEquals(EnumSet.complementOf(EnumSet.of(RenewalState.OPEN)), state.next());
            case DECIDED -> assertEquals(EnumSet.of(RenewalState.DECIDED), state.next());
            case AUTO_RENEWED, LAPSED, CALLED_OFF -> assertTrue(state.next().isEmpty());
        }
    }
}
