package city.c3po.portfolio.resource;

import city.c3po.platform.event.Event;
import java.math.BigDecimal;
import java.time.Instant;

/** What happens to a capacity. */
sealed interface CapacityEvent extends Event {
    record Said(BigDecimal fte, BigDecimal hours, Instant at) implements CapacityEvent {}
}
