package city.c3po.audit.audit;

import city.c3po.platform.event.Event;
import java.time.Instant;
import java.time.LocalDate;

/** What happens to an audit. */
sealed interface AuditEvent extends Event {
    record Issued(String body, LocalDate issued, Instant at) implements AuditEvent {}

    record AddendumAdded(String text, Instant at) implements AuditEvent {}
}
