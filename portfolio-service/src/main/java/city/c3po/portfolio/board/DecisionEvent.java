package city.c3po.portfolio.board;

import city.c3po.platform.event.Event;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.initiative.BoardOutcome;
import java.time.Instant;

/** What happens to a decision. */
sealed interface DecisionEvent extends Event {
    record Made(Reference initiative, BoardOutcome outcome, Tally tally, String reason, Instant at)
            implements DecisionEvent {
        @Override
        public String why() {
            return reason;
        }
    }

    record Superseded(Reference by, Instant at) implements DecisionEvent {}
}
