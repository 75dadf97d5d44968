package city.c3po.audit.evidence;

import city.c3po.platform.event.Event;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happens to a piece of evidence. */
sealed interface EvidenceEvent extends Event {
    record Added(UUID recommendation, EvidenceKind kind, List<String> elements, Instant at) implements EvidenceEvent {}

    record Revised(int revision, String sha256, Instant at) implements EvidenceEvent {}

    record Frozen(int revision, UUID verification, Instant at) implements EvidenceEvent {}

    record Withdrawn(@JsonIgnore String reason, Instant at) implements EvidenceEvent {
        @Override
        public String why() {
            return reason;
        }
    }
}
