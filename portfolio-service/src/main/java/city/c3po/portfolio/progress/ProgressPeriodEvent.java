package city.c3po.portfolio.progress;

import city.c3po.platform.event.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a period. */
sealed interface ProgressPeriodEvent extends Event {
    record Recorded(
            LocalDate end,
            BigDecimal planned,
            BigDecimal earned,
            @Nullable BigDecimal actual,
            Instant at) implements ProgressPeriodEvent {}

    record Closed(
            LocalDate end,
            BigDecimal planned,
            BigDecimal earned,
            @Nullable BigDecimal actual,
            Instant at) implements ProgressPeriodEvent {}
}
