package city.c3po.inventory.product;

import city.c3po.platform.event.Event;
import java.time.Instant;

/** What happens to a product. */
sealed interface SoftwareProductEvent extends Event {
    record Created(String label, Instant at) implements SoftwareProductEvent {}

    record Edited(String label, Instant at) implements SoftwareProductEvent {}
}
