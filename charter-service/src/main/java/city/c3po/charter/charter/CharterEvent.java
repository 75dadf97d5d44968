package city.c3po.charter.charter;

import city.c3po.platform.event.Event;
import city.c3po.platform.value.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a charter. */
public sealed interface CharterEvent extends Event {
    record Drafted(Reference project, Instant at) implements CharterEvent {}

    record Edited(Instant at) implements CharterEvent {}

    record TemplateUpgraded(Reference from, Reference to, Instant at) implements CharterEvent {}

    record SeatAssigned(
            String seat, String person, @Nullable String formerly, Instant at) implements CharterEvent {}

    /** Portfolio says something else of the project than before: departments, who sponsors or runs it. */
    record ProjectFollowed(List<String> departments, Instant at) implements CharterEvent {}

    record Submitted(Instant at) implements CharterEvent {}

    record Returned(String comment, Instant at) implements CharterEvent {
        @Override
        public String why() {
            return comment;
        }
    }

    /** From now on this version is what is signed. */
    record VersionFrozen(int contentVersion, String contentHash, Instant at) implements CharterEvent {}

    record Committed(int contentVersion, String contentHash, Instant at) implements CharterEvent {}

    /** What was asked to be signed is asked no more: recalled, declined or expired. */
    record SigningEnded(
            Purpose purpose, Ending cause, @Nullable String reason, List<String> toTell, Instant at)
            implements CharterEvent {
        @Override
        public @Nullable String why() {
            return reason;
        }
    }

    record AmendmentStarted(String reason, boolean rebaselineRequired, List<String> changed, Instant at)
            implements CharterEvent {
        @Override
        public String why() {
            return reason;
        }
    }

    record Amended(int contentVersion, String contentHash, boolean rebaselineRequired, Instant at)
            implements CharterEvent {}

    record SeatVacated(String seat, String person, Seat.Vacancy vacancy, Instant at) implements CharterEvent {}

    record Appointed(String seat, String person, Instant at) implements CharterEvent {}

    /** The successor in a seat signed what the predecessor had committed. */
    record CommitmentAdopted(String seat, String person, String contentHash, Instant at) implements CharterEvent {}

    record AcceptanceStarted(int attempt, Instant at) implements CharterEvent {}

    record CriterionAssessed(int attempt, Assessment assessment, Instant at) implements CharterEvent {}

    /** The statement of what was committed and what was delivered is what the seats sign now. */
    record DeliveryStated(int attempt, String statementHash, Instant at) implements CharterEvent {}

    record Accepted(int attempt, @Nullable String statementHash, Instant at) implements CharterEvent {}

    record AcceptedWithExceptions(int attempt, String statementHash, List<String> deferred, Instant at)
            implements CharterEvent {}

    record NotAccepted(
            int attempt,
            Ending cause,
            List<String> failed,
            @Nullable LocalDate cureUntil,
            Instant at) implements CharterEvent {}

    record ExceptionResolved(int attempt, Assessment assessment, Instant at) implements CharterEvent {}

    record SessionHeld(Session session, Instant at) implements CharterEvent {}

    record DecisionRecorded(Decision decision, Instant at) implements CharterEvent {}

    record Closed(@Nullable String reason, Instant at) implements CharterEvent {
        @Override
        public @Nullable String why() {
            return reason;
        }
    }

    record Cancelled(CharterState from, String reason, Instant at) implements CharterEvent {
        @Override
        public String why() {
            return reason;
        }
    }
}
