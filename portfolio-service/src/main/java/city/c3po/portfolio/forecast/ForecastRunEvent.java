package city.c3po.portfolio.forecast;

import city.c3po.platform.event.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** What happens to a forecast. */
sealed interface ForecastRunEvent extends Event {
    record Ran(
            int runs,
            long seed,
            LocalDate p50Finish,
            LocalDate p80Finish,
            BigDecimal p50Cost,
            BigDecimal p80Cost,
            Instant at)
            implements ForecastRunEvent {}
}
