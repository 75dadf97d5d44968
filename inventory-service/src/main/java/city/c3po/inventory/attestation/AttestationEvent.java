package city.c3po.inventory.attestation;

import city.c3po.platform.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to an attestation. */
sealed interface AttestationEvent extends Event {
    /** All departments' at once, written in SQL. */
    record Opened(int total, LocalDate dueOn, Instant at) implements AttestationEvent {}

    /** @param assets how many were confirmed now */
    record Confirmed(int assets, int outstanding, @Nullable String remark, Instant at) implements AttestationEvent {
        @Override
        public @Nullable String why() {
            return remark;
        }
    }

    record Escalated(int outstanding, LocalDate dueOn, Instant at) implements AttestationEvent {}

    record Closed(int confirmed, int total, Instant at) implements AttestationEvent {}

    record CalledOff(String reason, Instant at) implements AttestationEvent {
        @Override
        public String why() {
            return reason;
        }
    }
}
