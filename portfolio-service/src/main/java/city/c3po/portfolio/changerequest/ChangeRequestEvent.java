package city.c3po.portfolio.changerequest;

import city.c3po.platform.event.Event;
import city.c3po.platform.value.Money;
import city.c3po.platform.value.Reference;
import java.time.Instant;

/** What happens to a change request. */
sealed interface ChangeRequestEvent extends Event {
    record Drafted(String title, Instant at) implements ChangeRequestEvent {}

    record Edited(Instant at) implements ChangeRequestEvent {}

    record Submitted(Instant at) implements ChangeRequestEvent {}

    record Assessed(Impact impact, Instant at) implements ChangeRequestEvent {}

    /** @param cumulative what was approved since Baseline 0, this one included */
    record Approved(Impact impact, Money cumulative, int cumulativeDays, String comment, Instant at)
            implements ChangeRequestEvent {
        @Override
        public String why() {
            return comment;
        }
    }

    record Rejected(String comment, Instant at) implements ChangeRequestEvent {
        @Override
        public String why() {
            return comment;
        }
    }

    record Deferred(String comment, Instant at) implements ChangeRequestEvent {
        @Override
        public String why() {
            return comment;
        }
    }

    record Implemented(Reference baseline, Instant at) implements ChangeRequestEvent {}
}
