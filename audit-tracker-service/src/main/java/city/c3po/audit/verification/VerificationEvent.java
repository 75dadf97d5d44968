package city.c3po.audit.verification;

import city.c3po.platform.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happens to a verification. */
sealed interface VerificationEvent extends Event {
    record Started(UUID recommendation, Instant at) implements VerificationEvent {}

    record Accepted(List<String> elements, boolean overridden, Instant at) implements VerificationEvent {}

    record MoreEvidenceAsked(Instant at) implements VerificationEvent {}

    record Rejected(Instant at) implements VerificationEvent {}

    record Withdrawn(Instant at) implements VerificationEvent {}
}
