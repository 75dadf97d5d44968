package city.c3po.charter.evaluation;

import city.c3po.platform.event.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to an evaluation. */
sealed interface EvaluationEvent extends Event {
    record Drafted(UUID engagement, String vendor, Instant at) implements EvaluationEvent {}

    record Edited(Instant at) implements EvaluationEvent {}

    record Issued(Instant responseDue, Instant at) implements EvaluationEvent {}

    record Responded(boolean disputed, Instant at) implements EvaluationEvent {}

    record Reviewed(String person, @Nullable String comment, Instant at) implements EvaluationEvent {
        @Override
        public @Nullable String why() {
            return comment;
        }
    }

    /** Signed: it counts in the vendor's roll-up from now on. */
    record EvaluationFinal(BigDecimal average, String contentHash, String receiptSha256, Instant at)
            implements EvaluationEvent {}
}
