package city.c3po.portfolio.triage;

import city.c3po.platform.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a policy version. */
sealed interface TriagePolicyEvent extends Event {
    record Drafted(String title, LocalDate effectiveFrom, Instant at) implements TriagePolicyEvent {}

    record Edited(String title, LocalDate effectiveFrom, Instant at) implements TriagePolicyEvent {}

    record Proposed(String by, Instant at) implements TriagePolicyEvent {}

    record Returned(String by, String comment, Instant at) implements TriagePolicyEvent {
        @Override
        public String why() {
            return comment;
        }
    }

    /** @param source the document that adopted it, where the suite did not */
    record Adopted(
            LocalDate effectiveFrom,
            @Nullable String supersedes,
            @Nullable String source,
            Instant at) implements TriagePolicyEvent {
        @Override
        public @Nullable String why() {
            return source;
        }
    }

    record Superseded(UUID supersededBy, LocalDate effectiveUntil, Instant at) implements TriagePolicyEvent {}
}
