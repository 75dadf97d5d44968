package city.c3po.inventory.source;

import city.c3po.platform.event.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a source. */
sealed interface SourceEvent extends Event {
    record Recorded(String name, Instant at) implements SourceEvent {}

    record Withdrawn(String reason, Instant at) implements SourceEvent {
        @Override
        public String why() {
            return reason;
        }
    }

    record Reinstated(String reason, Instant at) implements SourceEvent {
        @Override
        public String why() {
            return reason;
        }
    }

    /** @param assets how many are others, now that it is believed no more, or again */
    record Reconsidered(long assets, Instant at) implements SourceEvent {}

    /** What was late has come. */
    record FeedResumed(Instant at) implements SourceEvent {}

    /** @param lastFed null: it never fed us */
    record FeedLate(@Nullable Instant lastFed, Instant due, Instant at) implements SourceEvent {}
}
