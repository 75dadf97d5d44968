package city.c3po.charter.signing;

import city.c3po.charter.charter.Purpose;
import city.c3po.platform.event.Event;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a sign-off. */
sealed interface SignOffEvent extends Event {
    record Requested(UUID charter, String seat, Purpose purpose, String hash, Instant at) implements SignOffEvent {}

    /** Its task is published with this event. */
    record Notified(@Nullable String assignee, Instant at) implements SignOffEvent {}

    record Viewed(String person, Instant at) implements SignOffEvent {}

    record Signed(UUID charter, String seat, Purpose purpose, String hash, Signature signature, Instant at)
            implements SignOffEvent {}

    /** As {@link Signed}, of a successor who takes over a commitment. */
    record Adopted(UUID charter, String seat, String hash, Signature signature, Instant at) implements SignOffEvent {}

    record Declined(UUID charter, String seat, String person, String reason, Instant at) implements SignOffEvent {
        @Override
        public String why() {
            return reason;
        }
    }

    record Expired(UUID charter, String seat, Instant at) implements SignOffEvent {}

    record Withdrawn(UUID charter, String seat, Instant at) implements SignOffEvent {}

    /** Signed once, and no longer what is in force. */
    record Superseded(UUID charter, String seat, Instant at) implements SignOffEvent {}

    record Reassigned(
            String seat, @Nullable String from, @Nullable String to, Instant at) implements SignOffEvent {}

    /** @param number of the reminder, from 1 */
    record Reminded(@Nullable String assignee, int number, Instant at) implements SignOffEvent {}

    /** Nobody answered to any reminder. */
    record Escalated(@Nullable String assignee, Instant at) implements SignOffEvent {}
}
