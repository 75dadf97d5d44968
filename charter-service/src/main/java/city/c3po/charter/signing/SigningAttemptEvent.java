package city.c3po.charter.signing;

import city.c3po.charter.charter.Purpose;
import city.c3po.platform.event.Event;
import java.time.Instant;
import java.util.UUID;

/** What happens when somebody tries to sign and may not. */
sealed interface SigningAttemptEvent extends Event {
    /** @param code of the problem they were answered with */
    record Refused(UUID charter, String seat, Purpose purpose, String person, String code, Instant at)
            implements SigningAttemptEvent {}
}
