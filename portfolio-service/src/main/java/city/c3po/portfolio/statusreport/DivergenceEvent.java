package city.c3po.portfolio.statusreport;

import city.c3po.platform.event.Event;
import city.c3po.portfolio.project.Colour;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a divergence. */
sealed interface DivergenceEvent extends Event {
    record Registered(
            LocalDate end, @Nullable Dimension dimension, Colour computed, Colour reported, String reason, Instant at)
            implements DivergenceEvent {}

    record Explained(String comment, Instant at) implements DivergenceEvent {
        @Override
        public String why() {
            return comment;
        }
    }
}
