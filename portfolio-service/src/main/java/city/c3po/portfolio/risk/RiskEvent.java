package city.c3po.portfolio.risk;

import city.c3po.platform.event.Event;
import city.c3po.platform.value.Reference;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a risk. */
sealed interface RiskEvent extends Event {
    record Identified(String title, Rated rating, LocalDate nextReview, Instant at) implements RiskEvent {}

    record Edited(Instant at) implements RiskEvent {}

    record Responded(
            RiskResponse.Strategy strategy,
            String plan,
            @Nullable Rated residual,
            Instant at) implements RiskEvent {}

    record Reviewed(Rated rating, Rated formerly, LocalDate nextReview, String comment, Instant at)
            implements RiskEvent {
        @Override
        public String why() {
            return comment;
        }
    }

    record Occurred(Reference issue, Instant at) implements RiskEvent {}

    record Closed(String comment, Instant at) implements RiskEvent {
        @Override
        public String why() {
            return comment;
        }
    }
}
