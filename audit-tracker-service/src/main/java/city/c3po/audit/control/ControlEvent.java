package city.c3po.audit.control;

import city.c3po.platform.event.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a control. */
sealed interface ControlEvent extends Event {
    record Established(int recommendation, Instant at) implements ControlEvent {}

    record TargetSet(BigDecimal from, BigDecimal to, Instant at) implements ControlEvent {}

    record ElementsNamed(List<UUID> recommendations, Instant at) implements ControlEvent {}

    /** The measure is another one. */
    record Measured(
            BigDecimal numerator,
            long denominator,
            @Nullable BigDecimal value,
            BigDecimal target,
            Instant at) implements ControlEvent {}

    record PeriodClosed(Period period, Instant at) implements ControlEvent {}
}
