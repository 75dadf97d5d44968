package city.c3po.inventory.attestation;

import city.c3po.platform.event.Event;
import java.time.Instant;
import java.time.LocalDate;

/** What happens to a campaign. */
sealed interface AttestationCampaignEvent extends Event {
    record Opened(LocalDate dueOn, LocalDate closesOn, Instant at) implements AttestationCampaignEvent {}

    /** @param departments how many were asked */
    record Closed(int departments, int confirmed, int total, Instant at) implements AttestationCampaignEvent {}

    record CalledOff(String reason, Instant at) implements AttestationCampaignEvent {
        @Override
        public String why() {
            return reason;
        }
    }
}
