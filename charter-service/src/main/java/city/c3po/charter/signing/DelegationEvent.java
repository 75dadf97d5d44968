package city.c3po.charter.signing;

import city.c3po.platform.event.Event;
import java.time.Instant;
import java.time.LocalDate;

/** What happens to a delegation. */
sealed interface DelegationEvent extends Event {
    record Given(String delegator, String delegate, LocalDate from, LocalDate until, Instant at)
            implements DelegationEvent {}

    record Revoked(Instant at) implements DelegationEvent {}
}
