package city.c3po.charter.document;

import city.c3po.charter.template.DocumentKind;
import city.c3po.platform.event.Event;
import java.time.Instant;
import java.util.UUID;

/** What happens to a document. */
sealed interface DocumentEvent extends Event {
    record Registered(UUID charter, DocumentKind kind, String title, Instant at) implements DocumentEvent {}

    record Uploaded(int edition, String mediaType, long size, String sha256, Instant at) implements DocumentEvent {}

    record LinkChecked(LinkCheck check, Instant at) implements DocumentEvent {}

    record Withdrawn(String reason, Instant at) implements DocumentEvent {
        @Override
        public String why() {
            return reason;
        }
    }
}
