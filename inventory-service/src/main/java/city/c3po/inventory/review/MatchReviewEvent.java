package city.c3po.inventory.review;

import city.c3po.platform.event.Event;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a review. */
sealed interface MatchReviewEvent extends Event {
    /** Imports write it, many at once. */
    record Opened(String reason, Instant at) implements MatchReviewEvent {}

    /** @param outcome LINKED, REGISTERED or DISMISSED */
    record Decided(MatchReviewState outcome, @Nullable UUID asset, String comment, Instant at)
            implements MatchReviewEvent {
        @Override
        public String why() {
            return comment;
        }
    }

    /** @param outcome COMPLETED or EXPIRED */
    record Closed(MatchReviewState outcome, Instant at) implements MatchReviewEvent {}
}
