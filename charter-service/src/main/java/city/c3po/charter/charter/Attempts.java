package city.c3po.charter.charter;

import city.c3po.charter.charter.Assessment.Verdict;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Task;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The attempts to have it accepted, numbered from 1; only the last one changes. What the verdicts on its criteria add up
 * to decides how the attempt ends: anything failed, anything deferred, or neither.
 */
@Embeddable
public class Attempts {
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Acceptance> attempts = List.of();

    private @Nullable Instant acceptedAt;

    CharterEvent begin(Instant at) {
        var fresh = new Acceptance(attempts.size() + 1, at, List.of(), null, null, null);
        attempts = Stream.concat(attempts.stream(), Stream.of(fresh)).toList();
        return new CharterEvent.AcceptanceStarted(fresh.attempt(), at);
    }

    CharterEvent assess(Assessment assessment, Instant at) {
        replace(last().with(assessment));
        return new CharterEvent.CriterionAssessed(last().attempt(), assessment, at);
    }

    CharterEvent state(Acceptance.@Nullable Actuals actuals, String hash, Instant at) {
        replace(last().stated(actuals, hash));
        return new CharterEvent.DeliveryStated(last().attempt(), hash, at);
    }

    /** What was delivered stays said; nobody is asked to sign it. */
    void takeBackStatement() {
        replace(last().stated(last().actuals(), null));
    }

    /** Every seat signed, and nothing failed. */
    CharterEvent signed(Round over, Instant at) {
        acceptedAt = at;
        var deferred = last().criteria(Verdict.DEFERRED);
        return deferred.isEmpty()
                ? new CharterEvent.Accepted(last().attempt(), over.hash(), at)
                : new CharterEvent.AcceptedWithExceptions(last().attempt(), over.hash(), deferred, at);
    }

    CharterEvent notAccepted(Ending cause, @Nullable LocalDate cureUntil, Instant at) {
        if (cureUntil != null) {
            replace(last().toBeCured(cureUntil));
        }
        return new CharterEvent.NotAccepted(last().attempt(), cause, last().criteria(Verdict.FAIL), cureUntil, at);
    }

    /** Followed by the acceptance without exceptions, once none is left. */
    List<CharterEvent> resolve(Assessment settled, Instant at) {
        replace(last().with(settled));
        var resolved = new CharterEvent.ExceptionResolved(last().attempt(), settled, at);
        return anyIs(Verdict.DEFERRED)
                ? List.of(resolved)
                : List.of(resolved, new CharterEvent.Accepted(last().attempt(), last().statementHash(), at));
    }

    boolean anyIs(Verdict verdict) {
        return !last().criteria(verdict).isEmpty();
    }

    /** Whether this person settles what is still deferred. */
    boolean await(Actor by) {
        return !attempts.isEmpty()
                && last().assessments().stream()
                        .anyMatch(assessment -> assessment.verdict() == Verdict.DEFERRED && by.is(assessment.owner()));
    }

    /** Deferred criteria, until they are settled or the charter is over. */
    List<Task> tasks(Charter charter, boolean over) {
        return attempts.isEmpty()
                ? List.of()
                : last().assessments().stream()
                        .filter(assessment -> assessment.owner() != null)
                        .map(assessment -> new Task(
                                charter.id() + "/deferred/" + assessment.criterion(),
                                Objects.requireNonNull(assessment.owner()),
                                "Settle criterion " + assessment.criterion() + " by " + assessment.due(),
                                charter.href() + "/acceptance",
                                null,
                                over || assessment.verdict() != Verdict.DEFERRED))
                        .toList();
    }

    private void replace(Acceptance present) {
        attempts = Stream.concat(attempts.stream().limit(attempts.size() - 1L), Stream.of(present))
                .toList();
    }

    public List<Acceptance> all() {
        return attempts;
    }

    /** The present one, once there was any. */
    public Acceptance last() {
        return attempts.getLast();
    }

    @Nullable Instant acceptedAt() {
        return acceptedAt;
    }
}
