package city.c3po.inventory.placeholder;

import city.c3po.platform.event.Event;
import java.time.Instant;
import java.util.List;

/** What happens to the list. */
sealed interface PlaceholderListEvent extends Event {
    record Recorded(List<String> added, List<String> removed, Instant at) implements PlaceholderListEvent {}
}
