package city.c3po.inventory.licence;

import city.c3po.platform.event.Event;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to an entitlement. */
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface EntitlementEvent extends Event {
    record Created(UUID product, Metric metric, int quantity, Instant at) implements EntitlementEvent {}

    record Edited(Instant at) implements EntitlementEvent {}

    record Allocated(
            UUID allocation,
            @Nullable String person,
            @Nullable UUID asset,
            int quantity,
            boolean overQuota,
            Instant at) implements EntitlementEvent {}

    record Released(UUID allocation, int quantity, Instant at) implements EntitlementEvent {}

    record Renewed(LocalDate termStart, LocalDate termEnd, Instant at) implements EntitlementEvent {}

    record Ended(String reason, Instant at) implements EntitlementEvent {
        @Override
        public String why() {
            return reason;
        }
    }
}
