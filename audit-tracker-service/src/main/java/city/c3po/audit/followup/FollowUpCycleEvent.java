package city.c3po.audit.followup;

import city.c3po.platform.event.Event;
import java.time.Instant;
import java.time.LocalDate;

/** What happens to a follow-up cycle. */
sealed interface FollowUpCycleEvent extends Event {
    record Opened(String body, LocalDate asOf, Instant at) implements FollowUpCycleEvent {}

    record Edited(Instant at) implements FollowUpCycleEvent {}

    record CollectingStarted(Instant at) implements FollowUpCycleEvent {}

    record VerifyingStarted(Instant at) implements FollowUpCycleEvent {}

    record CycleFrozen(Ledger.Terms ledger, Instant at) implements FollowUpCycleEvent {}

    record CyclePublished(Ledger.Terms ledger, Instant at) implements FollowUpCycleEvent {}
}
