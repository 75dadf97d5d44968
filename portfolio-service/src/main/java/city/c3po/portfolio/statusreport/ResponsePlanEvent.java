package city.c3po.portfolio.statusreport;

import city.c3po.platform.event.Event;
import java.time.Instant;
import java.time.LocalDate;

/** What happens to a response plan. */
sealed interface ResponsePlanEvent extends Event {
    record Opened(String owner, LocalDate start, LocalDate due, Instant at) implements ResponsePlanEvent {}

    record Moved(LocalDate due, LocalDate formerly, String comment, Instant at) implements ResponsePlanEvent {
        @Override
        public String why() {
            return comment;
        }
    }

    record Completed(String comment, Instant at) implements ResponsePlanEvent {
        @Override
        public String why() {
            return comment;
        }
    }

    record Abandoned(String comment, Instant at) implements ResponsePlanEvent {
        @Override
        public String why() {
            return comment;
        }
    }
}
