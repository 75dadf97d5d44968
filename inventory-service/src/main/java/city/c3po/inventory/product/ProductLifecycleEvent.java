package city.c3po.inventory.product;

import city.c3po.platform.event.Event;
import java.time.Instant;

/** What happens to a lifecycle. */
sealed interface ProductLifecycleEvent extends Event {
    /** @param cycles how many it has now */
    record Recorded(int cycles, Instant at) implements ProductLifecycleEvent {}
}
