package city.c3po.inventory.renewal;

import static city.c3po.inventory.renewal.RenewalRule.NOTICE_IS_STILL_POSSIBLE;
import static city.c3po.inventory.renewal.RenewalRule.OFFICE_OR_OWNER_DECIDES;
import static city.c3po.inventory.renewal.RenewalRule.ONLY_THE_CLOCK;

import city.c3po.inventory.licence.Expiring;
import city.c3po.inventory.reference.Itself;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Task;
import city.c3po.platform.event.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The end of one term of one entitlement. The clock opens it, alerts whoever owns it, and closes it when nobody decided
 * until notice was due.
 */
@Entity
class Renewal extends Aggregate<RenewalAction> {
    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID entitlement;

    @Column(updatable = false)
    private LocalDate termEnd;

    @Enumerated(EnumType.STRING)
    private RenewalState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private Expiring entitled;

    private LocalDate noticeDeadline;

    private LocalDate decisionDeadline;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Integer> alerted = List.of();

    @Enumerated(EnumType.STRING)
    private @Nullable Decision decision;

    private @Nullable String reason;

    private @Nullable String decidedBy;

    private @Nullable Instant decidedAt;

    @Column(updatable = false)
    private Instant openedAt;

    @SuppressWarnings("NullAway.Init")
    protected Renewal() {}

    Renewal(Expiring what, Instant at) {
        this.id = Uuid7.next();
        this.entitlement = what.id();
        this.termEnd = what.termEnd();
        this.state = RenewalState.OPEN;
        this.openedAt = at;
    }

    /**
     * What the clock brings.
     *
     * @param what the entitlement as it is now; null when this term is no longer its own
     */
    List<RenewalEvent> look(@Nullable Expiring what, @Nullable Deadlines deadlines, LocalDate today, Instant at) {
        if (what == null || deadlines == null) {
            state = RenewalState.CALLED_OFF;
            return List.of(new RenewalEvent.CalledOff(at));
        }
        entitled = what;
        noticeDeadline = deadlines.notice();
        decisionDeadline = deadlines.decision();
        var events = new ArrayList<RenewalEvent>();
        for (var days : deadlines.due(today)) {
            if (!alerted.contains(days)) {
                alerted = Stream.concat(alerted.stream(), Stream.of(days)).toList();
                events.add(new RenewalEvent.Due(days, decisionDeadline, noticeDeadline, at));
            }
        }
        if (today.isAfter(noticeDeadline)) {
            state = what.autoRenew() ? RenewalState.AUTO_RENEWED : RenewalState.LAPSED;
            events.add(
                    what.autoRenew()
                            ? new RenewalEvent.AutoRenewed(noticeDeadline, at)
                            : new RenewalEvent.Lapsed(noticeDeadline, at));
        }
        return events;
    }

    List<RenewalEvent> decide(Actor by, Decision what, String why, LocalDate today, Instant at) {
        guard(by, RenewalAction.DECIDE);
        NOTICE_IS_STILL_POSSIBLE.require(!today.isAfter(noticeDeadline));
        state = RenewalState.DECIDED;
        decision = what;
        reason = why;
        decidedBy = by.sub();
        decidedAt = at;
        return List.of(new RenewalEvent.Decided(what, why, at));
    }

    String href() {
        return "/v1/renewals/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected Access access() {
        return new Access(
                Access.Classification.INTERNAL,
                Stream.ofNullable(entitled.department()).toList(),
                Stream.ofNullable(entitled.owner()).toList(),
                null,
                List.of(),
                List.of());
    }

    @Override
    protected RenewalView state() {
        return RenewalView.of(this, null);
    }

    @Override
    protected Optional<RenewalState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<RenewalAction> actions() {
        return EnumSet.of(RenewalAction.DECIDE);
    }

    @Override
    protected boolean possible(RenewalAction action) {
        return switch (action) {
            case DECIDE -> state.next().contains(RenewalState.DECIDED);
            case LOOK -> state == RenewalState.OPEN;
        };
    }

    @Override
    protected void permits(Actor by, RenewalAction action) {
        switch (action) {
            case DECIDE ->
                OFFICE_OR_OWNER_DECIDES.require(
                        by.has(Roles.PORTFOLIO_MANAGER) || entitled.owner() != null && by.is(entitled.owner()));
            case LOOK -> ONLY_THE_CLOCK.require(by.equals(Itself.ACTOR));
        }
    }

    /** The owner decides, and is done when it is decided, or too late. */
    @Override
    protected List<Task> tasks() {
        if (entitled.owner() == null) {
            return List.of();
        }
        return List.of(new Task(
                "renewal/" + id,
                entitled.owner(),
                "Decide about the renewal of " + entitled.number(),
                href(),
                decisionDeadline.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                state != RenewalState.OPEN));
    }

    RenewalState renewalState() {
        return state;
    }

    Expiring entitled() {
        return entitled;
    }

    LocalDate termEnd() {
        return termEnd;
    }

    LocalDate noticeDeadline() {
        return noticeDeadline;
    }

    LocalDate decisionDeadline() {
        return decisionDeadline;
    }

    List<Integer> alerted() {
        return alerted;
    }

    @Nullable Decision decision() {
        return decision;
    }

    @Nullable String reason() {
        return reason;
    }

    @Nullable String decidedBy() {
        return decidedBy;
    }

    @Nullable Instant decidedAt() {
        return decidedAt;
    }

    Instant openedAt() {
        return openedAt;
    }
}
