package city.c3po.portfolio.resource;

import city.c3po.platform.event.Event;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to an allocation. */
sealed interface AllocationEvent extends Event {
    record Planned(String capacity, BigDecimal hours, Instant at) implements AllocationEvent {}

    record Edited(String capacity, BigDecimal hours, Instant at) implements AllocationEvent {}

    record Requested(BigDecimal hours, Instant at) implements AllocationEvent {}

    record Rejected(String comment, Instant at) implements AllocationEvent {
        @Override
        public String why() {
            return comment;
        }
    }

    /** @param gapHours what is missing, counting everything that is hard or soft */
    record Confirmed(BigDecimal hours, BigDecimal gapHours, Instant at) implements AllocationEvent {}

    /** @param overHours what its owner allowed above the capacity */
    record Allocated(
            BigDecimal hours,
            BigDecimal overHours,
            @Nullable String reason,
            Instant at) implements AllocationEvent {
        @Override
        public @Nullable String why() {
            return reason;
        }
    }

    record Completed(Instant at) implements AllocationEvent {}

    record Cancelled(String comment, Instant at) implements AllocationEvent {
        @Override
        public String why() {
            return comment;
        }
    }
}
