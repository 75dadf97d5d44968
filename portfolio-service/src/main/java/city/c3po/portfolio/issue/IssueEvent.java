package city.c3po.portfolio.issue;

import city.c3po.platform.event.Event;
import city.c3po.platform.value.Reference;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to an issue. */
sealed interface IssueEvent extends Event {
    record Raised(String title, @Nullable Reference risk, Instant at) implements IssueEvent {}

    record Edited(Instant at) implements IssueEvent {}

    record ActionAdded(
            int action, String text, String owner, @Nullable LocalDate due, Instant at) implements IssueEvent {}

    record ActionFinished(int action, String outcome, Instant at) implements IssueEvent {}

    record DecisionTaken(int decision, String text, Instant at) implements IssueEvent {}

    record ChangeRequested(Reference change, Instant at) implements IssueEvent {}

    record Resolved(String resolution, Instant at) implements IssueEvent {
        @Override
        public String why() {
            return resolution;
        }
    }

    record Reopened(String comment, Instant at) implements IssueEvent {
        @Override
        public String why() {
            return comment;
        }
    }

    record Closed(String comment, Instant at) implements IssueEvent {
        @Override
        public String why() {
            return comment;
        }
    }
}
