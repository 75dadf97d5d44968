package city.c3po.portfolio.goal;

import city.c3po.platform.event.Event;
import java.time.Instant;

/** What happens to a goal. */
sealed interface GoalEvent extends Event {
    record Stated(String title, Instant at) implements GoalEvent {}

    record Edited(String title, Instant at) implements GoalEvent {}

    record Retired(String reason, Instant at) implements GoalEvent {
        @Override
        public String why() {
            return reason;
        }
    }
}
