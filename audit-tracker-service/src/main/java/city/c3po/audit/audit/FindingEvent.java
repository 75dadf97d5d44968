package city.c3po.audit.audit;

import city.c3po.platform.event.Event;
import java.time.Instant;
import java.util.UUID;

/** What happens to a finding. */
sealed interface FindingEvent extends Event {
    record Recorded(UUID audit, String key, boolean confidential, Instant at) implements FindingEvent {}

    /** What it says is in the state, unless it is confidential. */
    record AddendumAdded(Instant at) implements FindingEvent {}
}
