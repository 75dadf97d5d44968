package city.c3po.inventory.renewal;

import city.c3po.platform.event.Event;
import java.time.Instant;
import java.time.LocalDate;

/** What happens to a renewal. */
sealed interface RenewalEvent extends Event {
    /** @param days how many days before the decision deadline this alert is for */
    record Due(int days, LocalDate decisionDeadline, LocalDate noticeDeadline, Instant at) implements RenewalEvent {}

    record Decided(Decision decision, String reason, Instant at) implements RenewalEvent {
        @Override
        public String why() {
            return reason;
        }
    }

    /** An incident: money is spent that nobody decided to spend. */
    record AutoRenewed(LocalDate noticeDeadline, Instant at) implements RenewalEvent {}

    record Lapsed(LocalDate noticeDeadline, Instant at) implements RenewalEvent {}

    record CalledOff(Instant at) implements RenewalEvent {}
}
