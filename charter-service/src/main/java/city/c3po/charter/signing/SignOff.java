package city.c3po.charter.signing;

import static city.c3po.charter.signing.SigningRule.CONTENT_AS_FROZEN;
import static city.c3po.charter.signing.SigningRule.NO_ONWARD_DELEGATION;
import static city.c3po.charter.signing.SigningRule.OWN_SEAT;
import static city.c3po.charter.signing.SigningRule.STATEMENT_ECHOED;
import static city.c3po.charter.signing.SigningRule.VENDOR_NEVER_SIGNS;
import static city.c3po.charter.signing.SigningRule.VIEWED_BEFORE_SIGNING;

import city.c3po.charter.charter.Purpose;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Task;
import city.c3po.platform.event.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One seat's answer to one hash. It belongs to a round of its charter, is asked of whoever holds the seat, and is given
 * once: signed, declined, or out of time. A signature stays for ever; when its content is no longer in force it is marked
 * superseded.
 */
@Entity
public class SignOff extends Aggregate<SignOffAction> {
    @Id
    private UUID id;

    @Embedded
    private SigningRequest request;

    private @Nullable String assignee;

    @Enumerated(EnumType.STRING)
    private SignOffStatus status;

    private boolean superseded;

    @Embedded
    private SeatAnswer answer = new SeatAnswer();

    @Embedded
    private Urging urging;

    @Column(updatable = false)
    private Instant createdAt;

    /** Of whom it is asked no more since this very verb: their task is done. */
    @Transient
    private @Nullable String relieved;

    @Transient
    private Set<String> delegates = Set.of();

    @Transient
    private boolean askedByDelegateOfDelegate;

    @SuppressWarnings("NullAway.Init")
    protected SignOff() {}

    SignOff(SigningRequest request, @Nullable String assignee, @Nullable Instant due, Instant at) {
        this.id = Uuid7.next();
        this.request = request;
        this.assignee = assignee;
        this.status = SignOffStatus.PENDING;
        this.urging = new Urging(due);
        this.createdAt = at;
    }

    /** What only other records know: whom the holder of the seat has named. */
    SignOff knowing(Set<String> delegates, boolean askedByDelegateOfDelegate) {
        this.delegates = delegates;
        this.askedByDelegateOfDelegate = askedByDelegateOfDelegate;
        return this;
    }

    List<SignOffEvent> request(boolean notify, Instant at) {
        var requested =
                new SignOffEvent.Requested(request.charter(), request.seat(), request.purpose(), request.hash(), at);
        return notify
                ? Stream.concat(Stream.<SignOffEvent>of(requested), notified(at).stream())
                        .toList()
                : List.of(requested);
    }

    List<SignOffEvent> notified(Instant at) {
        moveTo(SignOffStatus.NOTIFIED);
        return List.of(new SignOffEvent.Notified(assignee, at));
    }

    List<SignOffEvent> view(Actor by, Instant at) {
        guard(by, SignOffAction.VIEW);
        if (status != SignOffStatus.VIEWED) {
            moveTo(SignOffStatus.VIEWED);
        }
        answer.view(by.sub());
        return List.of(new SignOffEvent.Viewed(by.sub(), at));
    }

    /**
     * @param echo what the signer says they sign
     * @param viewFirst whether the template asks for a view before
     * @param receipts makes the receipt, once everything else holds
     */
    List<SignOffEvent> sign(
            Actor by, Echo echo, boolean viewFirst, Signature given, Function<SigningRequest, String> receipts) {
        guard(by, SignOffAction.SIGN);
        CONTENT_AS_FROZEN.require(
                echo.contentVersion() == request.of() && echo.contentHash().equals(request.hash()),
                Map.of("contentVersion", request.of(), "contentHash", request.hash()));
        var statement = request.statement();
        STATEMENT_ECHOED.require(echo.statement().equals(statement), Map.of("statement", statement));
        VIEWED_BEFORE_SIGNING.require(!viewFirst || answer.viewed().contains(by.sub()));
        moveTo(SignOffStatus.SIGNED);
        answer.sign(given, receipts.apply(request));
        return List.of(
                request.purpose() == Purpose.ADOPT
                        ? new SignOffEvent.Adopted(request.charter(), request.seat(), request.hash(), given, given.at())
                        : new SignOffEvent.Signed(
                                request.charter(),
                                request.seat(),
                                request.purpose(),
                                request.hash(),
                                given,
                                given.at()));
    }

    List<SignOffEvent> decline(Actor by, String why, Instant at) {
        guard(by, SignOffAction.DECLINE);
        moveTo(SignOffStatus.DECLINED);
        answer.close(why, at);
        return List.of(new SignOffEvent.Declined(request.charter(), request.seat(), by.sub(), why, at));
    }

    List<SignOffEvent> expire(Instant at) {
        moveTo(SignOffStatus.EXPIRED);
        answer.close(null, at);
        return List.of(new SignOffEvent.Expired(request.charter(), request.seat(), at));
    }

    List<SignOffEvent> withdraw(Instant at) {
        moveTo(SignOffStatus.WITHDRAWN);
        answer.close(null, at);
        return List.of(new SignOffEvent.Withdrawn(request.charter(), request.seat(), at));
    }

    List<SignOffEvent> supersede(Instant at) {
        superseded = true;
        return List.of(new SignOffEvent.Superseded(request.charter(), request.seat(), at));
    }

    List<SignOffEvent> reassign(@Nullable String person, Instant at) {
        var before = assignee;
        assignee = person;
        relieved = before;
        return List.of(new SignOffEvent.Reassigned(request.seat(), before, person, at));
    }

    List<SignOffEvent> remind(Instant at) {
        return List.of(new SignOffEvent.Reminded(assignee, urging.remind(), at));
    }

    List<SignOffEvent> escalate(Instant at) {
        urging.escalate();
        return List.of(new SignOffEvent.Escalated(assignee, at));
    }

    private void moveTo(SignOffStatus next) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException(status + " does not move to " + next);
        }
        status = next;
    }

    /** Permission and state, before the round is asked. */
    void requirePossible(Actor by, SignOffAction action) {
        guard(by, action);
    }

    /** Before anything else is asked: whose seat it is. */
    void requirePermitted(Actor by, SignOffAction action) {
        permits(by, action);
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected Access access() {
        var people = Stream.concat(Stream.of(request.by()), Stream.ofNullable(assignee))
                .toList();
        return new Access(Access.Classification.INTERNAL, List.of(), people, null, List.of(), List.of());
    }

    @Override
    protected SignOffView state() {
        return SignOffView.of(this, null);
    }

    @Override
    protected Optional<SignOffStatus> lifecycle() {
        return Optional.of(status);
    }

    @Override
    protected Set<SignOffAction> actions() {
        return EnumSet.of(SignOffAction.VIEW, SignOffAction.SIGN, SignOffAction.DECLINE);
    }

    @Override
    protected boolean possible(SignOffAction action) {
        return status.isOpen();
    }

    @Override
    protected void permits(Actor by, SignOffAction action) {
        switch (action) {
            case VIEW, SIGN, DECLINE -> {
                VENDOR_NEVER_SIGNS.require(by.vendor() == null && !by.has(Roles.VENDOR));
                if (!by.is(assignee) && !delegates.contains(by.sub())) {
                    NO_ONWARD_DELEGATION.require(!askedByDelegateOfDelegate);
                    throw OWN_SEAT.violated();
                }
            }
            case CONDUCT -> {}
        }
    }

    /** What awaits whoever holds the seat; a seat whose phase has not begun awaits nothing. */
    @Override
    protected List<Task> tasks() {
        var person = assignee == null ? relieved : assignee;
        if (person == null || (status == SignOffStatus.PENDING && urging.reminders() == 0)) {
            return List.of();
        }
        boolean done = assignee == null || !status.isOpen();
        return List.of(new Task(id + "/sign", person, request.task(), request.href(), urging.due(), done));
    }

    SigningRequest asked() {
        return request;
    }

    SeatAnswer answer() {
        return answer;
    }

    Urging urging() {
        return urging;
    }

    @Nullable String assignee() {
        return assignee;
    }

    SignOffStatus status() {
        return status;
    }

    boolean superseded() {
        return superseded;
    }

    Instant createdAt() {
        return createdAt;
    }
}
