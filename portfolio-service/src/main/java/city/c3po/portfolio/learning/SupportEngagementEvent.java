package city.c3po.portfolio.learning;

import city.c3po.platform.event.Event;
import city.c3po.platform.value.Reference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a support engagement. */
sealed interface SupportEngagementEvent extends Event {
    record Offered(Reference initiative, String supporter, Instant at) implements SupportEngagementEvent {}

    record Accepted(@Nullable String comment, Instant at) implements SupportEngagementEvent {
        @Override
        public @Nullable String why() {
            return comment;
        }
    }

    record Declined(@Nullable String comment, Instant at) implements SupportEngagementEvent {
        @Override
        public @Nullable String why() {
            return comment;
        }
    }

    record Completed(String outcome, Instant at) implements SupportEngagementEvent {
        @Override
        public String why() {
            return outcome;
        }
    }
}
