package city.c3po.inventory.attestation;

import static city.c3po.inventory.attestation.AttestationRule.ATTESTATION_ONLY_THE_CLOCK;
import static city.c3po.inventory.attestation.AttestationRule.DEPARTMENT_ATTESTS;
import static city.c3po.inventory.attestation.AttestationRule.OFFICE_RUNS_CAMPAIGNS;

import city.c3po.inventory.reference.Itself;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Task;
import city.c3po.platform.value.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One department's part of a campaign: the assets that it had when the campaign opened, and how many of them it has
 * confirmed. All of a campaign are opened at once, in SQL, which writes their first version.
 */
@Entity
class Attestation extends Aggregate<AttestationAction> {
    @Id
    private UUID id;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Reference campaign;

    @Column(updatable = false)
    private String department;

    /** As portfolio told of the department; null where it tells of none. */
    @Column(updatable = false)
    private @Nullable String head;

    @Enumerated(EnumType.STRING)
    private AttestationState state;

    @Column(updatable = false)
    private LocalDate dueOn;

    /** The end of that day in the city. */
    @Column(updatable = false)
    private Instant dueAt;

    /** The last day to confirm late. */
    @Column(updatable = false)
    private LocalDate closesOn;

    @Column(updatable = false)
    private int total;

    private int confirmed;

    @Column(updatable = false)
    private Instant openedAt;

    private @Nullable Instant closedAt;

    @Column(updatable = false)
    private boolean sampleData;

    @SuppressWarnings("NullAway.Init")
    protected Attestation() {}

    /** @param mark notes what was confirmed, and tells how many of it were not before */
    List<AttestationEvent> confirm(Actor by, IntSupplier mark, @Nullable String remark, Instant at) {
        guard(by, AttestationAction.CONFIRM);
        int fresh = mark.getAsInt();
        if (fresh == 0) {
            return List.of();
        }
        confirmed += fresh;
        var events = new ArrayList<AttestationEvent>();
        events.add(new AttestationEvent.Confirmed(fresh, total - confirmed, remark, at));
        if (confirmed == total) {
            events.add(closed(at));
        }
        return events;
    }

    List<AttestationEvent> lookAtTheClock(LocalDate today, Instant at) {
        if (state == AttestationState.OPEN && at.isAfter(dueAt)) {
            moveTo(AttestationState.ESCALATED);
            return List.of(new AttestationEvent.Escalated(total - confirmed, dueOn, at));
        }
        return state == AttestationState.ESCALATED && today.isAfter(closesOn) ? List.of(closed(at)) : List.of();
    }

    private AttestationEvent closed(Instant at) {
        moveTo(AttestationState.CLOSED);
        closedAt = at;
        return new AttestationEvent.Closed(confirmed, total, at);
    }

    List<AttestationEvent> callOff(Actor by, String reason, Instant at) {
        guard(by, AttestationAction.CALL_OFF);
        moveTo(AttestationState.CALLED_OFF);
        closedAt = at;
        return List.of(new AttestationEvent.CalledOff(reason, at));
    }

    private void moveTo(AttestationState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    String href() {
        return "/v1/attestations/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    /** The SQL function {@code attestation_access} says the same. */
    @Override
    protected Access access() {
        return new Access(
                Access.Classification.INTERNAL,
                List.of(department),
                Stream.ofNullable(head).toList(),
                null,
                List.of(),
                List.of());
    }

    @Override
    protected AttestationView state() {
        return AttestationView.of(this, null);
    }

    @Override
    protected Optional<AttestationState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<AttestationAction> actions() {
        return EnumSet.of(AttestationAction.CONFIRM);
    }

    @Override
    protected boolean possible(AttestationAction action) {
        return !state.isOver();
    }

    @Override
    protected void permits(Actor by, AttestationAction action) {
        switch (action) {
            case CONFIRM ->
                DEPARTMENT_ATTESTS.require(by.is(head) || by.has(Roles.SIGNATORY) && by.speaksFor(department));
            case CALL_OFF -> OFFICE_RUNS_CAMPAIGNS.require(by.has(Roles.PORTFOLIO_MANAGER));
            case LOOK -> ATTESTATION_ONLY_THE_CLOCK.require(by.equals(Itself.ACTOR));
        }
    }

    /** The head has it done. The SQL function {@code attestation_tasks} says the same when it opens. */
    @Override
    protected List<Task> tasks() {
        return head == null
                ? List.of()
                : List.of(new Task(
                        "attestation/" + id,
                        head,
                        (state == AttestationState.ESCALATED ? "Overdue: confirm" : "Confirm") + " the assets of "
                                + department,
                        href(),
                        dueAt,
                        state.isOver()));
    }

    Reference campaign() {
        return campaign;
    }

    String department() {
        return department;
    }

    @Nullable String head() {
        return head;
    }

    AttestationState attestationState() {
        return state;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    LocalDate closesOn() {
        return closesOn;
    }

    int total() {
        return total;
    }

    int confirmed() {
        return confirmed;
    }

    Instant openedAt() {
        return openedAt;
    }

    @Nullable Instant closedAt() {
        return closedAt;
    }

    boolean sampleData() {
        return sampleData;
    }
}
