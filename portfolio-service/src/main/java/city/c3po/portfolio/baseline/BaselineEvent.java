package city.c3po.portfolio.baseline;

import city.c3po.platform.event.Event;
import city.c3po.platform.value.Money;
import city.c3po.platform.value.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What happens to a baseline. */
sealed interface BaselineEvent extends Event {
    record Drafted(LocalDate finish, Money cost, String sha256, Instant at) implements BaselineEvent {}

    record Refreshed(LocalDate finish, Money cost, String sha256, Instant at) implements BaselineEvent {}

    record Submitted(String comment, Instant at) implements BaselineEvent {
        @Override
        public String why() {
            return comment;
        }
    }

    record Returned(String comment, Instant at) implements BaselineEvent {
        @Override
        public String why() {
            return comment;
        }
    }

    /** @param ordinal 0 for the first; @param changes the change requests it carries out */
    record Approved(int ordinal, LocalDate finish, Money cost, List<Reference> changes, Instant at)
            implements BaselineEvent {}

    record Superseded(Reference by, Instant at) implements BaselineEvent {}
}
