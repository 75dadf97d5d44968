package city.c3po.portfolio.product;

import city.c3po.platform.event.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a product. */
sealed interface ProductEvent extends Event {
    record Created(String title, String owner, Instant at) implements ProductEvent {}

    record Edited(Instant at) implements ProductEvent {}

    record Moved(
            ProductState from, ProductState to, @Nullable String reason, Instant at) implements ProductEvent {
        @Override
        public @Nullable String why() {
            return reason;
        }
    }
}
