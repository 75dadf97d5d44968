package city.c3po.charter.signing;

import static city.c3po.charter.signing.SigningRule.CONTENT_AS_FROZEN;
import static city.c3po.charter.signing.SigningRule.NO_ONWARD_DELEGATION;
import static city.c3po.charter.signing.SigningRule.OWN_SEAT;
import static city.c3po.charter.signing.SigningRule.STATEMENT_ECHOED;
import static city.c3po.charter.signing.SigningRule.VENDOR_NEVER_SIGNS;
import static city.c3po.charter.signing.SigningRule.VIEWED_BEFORE_SIGNING;

import city.c3po.charter.charter.Charter;
import city.c3po.charter.charter.Purpose;
import city.c3po.charter.charter.Seat;
import city.c3po.charter.charter.Statement;
import city.c3po.charter.template.Phase;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Task;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Reference;
import jakarta.persistence.Column;
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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
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

    @Column(updatable = false)
    private UUID charter;

    @Column(updatable = false)
    private String charterNumber;

    @Column(updatable = false)
    private int round;

    @Column(updatable = false)
    private String seat;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Purpose purpose;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Phase phase;

    @Column(updatable = false)
    private boolean mandatory;

    /** The version of the content, or the attempt of an acceptance. */
    @Column(updatable = false)
    private int of;

    @Column(updatable = false)
    private String hash;

    private @Nullable String assignee;

    @Enumerated(EnumType.STRING)
    private SignOffStatus status;

    private boolean superseded;

    /** Who marked it as viewed. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> viewed = List.of();

    private @Nullable Instant due;
    private int reminders;
    private boolean escalated;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Signature signature;

    /** The compact JWS. */
    private @Nullable String receipt;

    private @Nullable String receiptSha256;
    private @Nullable String reason;

    @Column(updatable = false)
    private String requestedBy;

    @Column(updatable = false)
    private Instant createdAt;

    private @Nullable Instant closedAt;

    /** Of whom it is asked no more since this very verb: their task is done. */
    @Transient
    private @Nullable String relieved;

    @Transient
    private Set<String> delegates = Set.of();

    @Transient
    private boolean askedByDelegateOfDelegate;

    @SuppressWarnings("NullAway.Init")
    protected SignOff() {}

    SignOff(
            Actor by,
            Charter charter,
            Seat seat,
            Purpose purpose,
            int round,
            int of,
            String hash,
            @Nullable Instant due,
            Instant at) {
        this.id = Uuid7.next();
        this.charter = charter.id();
        this.charterNumber = String.valueOf(charter.reference().number());
        this.round = round;
        this.seat = seat.key();
        this.purpose = purpose;
        this.phase = seat.phase();
        this.mandatory = seat.mandatory();
        this.of = of;
        this.hash = hash;
        this.assignee = seat.person();
        this.status = SignOffStatus.PENDING;
        this.due = due;
        this.requestedBy = by.sub();
        this.createdAt = at;
    }

    /** What only other records know: whom the holder of the seat has named. */
    SignOff knowing(Set<String> delegates, boolean askedByDelegateOfDelegate) {
        this.delegates = delegates;
        this.askedByDelegateOfDelegate = askedByDelegateOfDelegate;
        return this;
    }

    List<SignOffEvent> request(Actor by, boolean notify, Instant at) {
        var requested = new SignOffEvent.Requested(charter, seat, purpose, hash, at);
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
        viewed = Stream.concat(viewed.stream(), Stream.of(by.sub())).distinct().toList();
        return List.of(new SignOffEvent.Viewed(by.sub(), at));
    }

    /**
     * @param echo what the signer says they sign
     * @param viewFirst whether the template asks for a view before
     * @param receipts makes the receipt, once everything else holds
     */
    List<SignOffEvent> sign(
            Actor by, Echo echo, boolean viewFirst, Signature given, Function<SignOff, String> receipts) {
        guard(by, SignOffAction.SIGN);
        CONTENT_AS_FROZEN.require(
                echo.contentVersion() == of && echo.contentHash().equals(hash),
                Map.of("contentVersion", of, "contentHash", hash));
        STATEMENT_ECHOED.require(echo.statement().equals(statement()), Map.of("statement", statement()));
        VIEWED_BEFORE_SIGNING.require(!viewFirst || viewed.contains(by.sub()));
        moveTo(SignOffStatus.SIGNED);
        signature = given;
        closedAt = given.at();
        receipt = receipts.apply(this);
        receiptSha256 = Receipts.sha256(receipt);
        return List.of(
                purpose == Purpose.ADOPT
                        ? new SignOffEvent.Adopted(charter, seat, hash, given, given.at())
                        : new SignOffEvent.Signed(charter, seat, purpose, hash, given, given.at()));
    }

    List<SignOffEvent> decline(Actor by, String why, Instant at) {
        guard(by, SignOffAction.DECLINE);
        moveTo(SignOffStatus.DECLINED);
        reason = why;
        closedAt = at;
        return List.of(new SignOffEvent.Declined(charter, seat, by.sub(), why, at));
    }

    List<SignOffEvent> expire(Instant at) {
        moveTo(SignOffStatus.EXPIRED);
        closedAt = at;
        return List.of(new SignOffEvent.Expired(charter, seat, at));
    }

    List<SignOffEvent> withdraw(Instant at) {
        moveTo(SignOffStatus.WITHDRAWN);
        closedAt = at;
        return List.of(new SignOffEvent.Withdrawn(charter, seat, at));
    }

    List<SignOffEvent> supersede(Instant at) {
        superseded = true;
        return List.of(new SignOffEvent.Superseded(charter, seat, at));
    }

    List<SignOffEvent> reassign(@Nullable String person, Instant at) {
        var before = assignee;
        assignee = person;
        relieved = before;
        return List.of(new SignOffEvent.Reassigned(seat, before, person, at));
    }

    List<SignOffEvent> remind(Instant at) {
        reminders++;
        return List.of(new SignOffEvent.Reminded(assignee, reminders, at));
    }

    List<SignOffEvent> escalate(Instant at) {
        escalated = true;
        return List.of(new SignOffEvent.Escalated(assignee, at));
    }

    private void moveTo(SignOffStatus next) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException(status + " does not move to " + next);
        }
        status = next;
    }

    /** What the signer declares. */
    String statement() {
        return Statement.of(purpose, charterNumber, of, seat);
    }

    /** Permission and state, before the round is asked. */
    void requirePossible(Actor by, SignOffAction action) {
        guard(by, action);
    }

    /** Before anything else is asked: whose seat it is. */
    void requirePermitted(Actor by, SignOffAction action) {
        permits(by, action);
    }

    String href() {
        var address = "/v1/charters/" + charter + "/sign-offs/" + seat;
        return switch (purpose) {
            case COMMIT, AMEND, ACCEPT, EVALUATE -> address;
            case ADOPT, RATIFY -> address + "?purpose=" + purpose;
        };
    }

    Reference charterReference() {
        return new Reference("charter", charter.toString(), charterNumber, "/v1/charters/" + charter);
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected Access access() {
        var people = Stream.concat(Stream.of(requestedBy), Stream.ofNullable(assignee))
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
        if (person == null || (status == SignOffStatus.PENDING && reminders == 0)) {
            return List.of();
        }
        var action = switch (purpose) {
            case COMMIT -> "Sign the commitment of " + charterNumber;
            case AMEND -> "Sign the amendment of " + charterNumber;
            case ADOPT -> "Adopt the commitment of " + charterNumber;
            case ACCEPT -> "Sign the acceptance of " + charterNumber;
            case RATIFY -> "Ratify what was signed for you on " + charterNumber;
            case EVALUATE -> "Sign the evaluation";
        };
        return List.of(new Task(id + "/sign", person, action, href(), due, assignee == null || !status.isOpen()));
    }

    UUID charter() {
        return charter;
    }

    int round() {
        return round;
    }

    String seat() {
        return seat;
    }

    Purpose purpose() {
        return purpose;
    }

    Phase phase() {
        return phase;
    }

    boolean mandatory() {
        return mandatory;
    }

    int of() {
        return of;
    }

    String hash() {
        return hash;
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

    List<String> viewed() {
        return viewed;
    }

    @Nullable Instant due() {
        return due;
    }

    int reminders() {
        return reminders;
    }

    boolean escalated() {
        return escalated;
    }

    @Nullable Signature signature() {
        return signature;
    }

    @Nullable String receipt() {
        return receipt;
    }

    @Nullable String receiptSha256() {
        return receiptSha256;
    }

    @Nullable String reason() {
        return reason;
    }

    String requestedBy() {
        return requestedBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable Instant closedAt() {
        return closedAt;
    }

    /** For signing only: the number people know the charter by. */
    String charterNumber() {
        return charterNumber;
    }
}
