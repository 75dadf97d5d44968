package city.c3po.reporting.report;

import static city.c3po.reporting.report.ReportRule.CUT_OFF_PASSED;
import static city.c3po.reporting.report.ReportRule.REPORT_FROZEN;
import static city.c3po.reporting.report.ReportRule.REPORT_WITHDRAWN;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A report to a committee, from the day it is scheduled. Its dates may move while it collects. Frozen, it has a revision
 * with figures that are never edited; returned and frozen anew it has another. Published, it is part of the public chain
 * for ever, also when it is superseded or withdrawn later.
 */
@Entity
@Table(name = "report")
public class Report extends Aggregate<ReportAction> {
    @Id
    private UUID id;

    /** Written as {@code RPT-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('report_number'))")
    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    private ReportState state;

    @Embedded
    private Schedule schedule;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Frozen frozen;

    @Embedded
    private @Nullable FreezeRequest freezeRequest;

    private @Nullable String comment;
    private @Nullable UUID supersedes;

    @Embedded
    private @Nullable Outcome outcome;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Report() {}

    Report(Schedule schedule, int year, @Nullable UUID supersedes, Instant at) {
        this.id = Uuid7.next();
        this.number = "RPT-" + year + "-";
        this.state = ReportState.SCHEDULED;
        this.schedule = schedule;
        this.supersedes = supersedes;
        this.createdAt = at;
    }

    List<ReportEvent> schedule(Actor by, Instant at) {
        permits(by, ReportAction.SCHEDULE);
        schedule.requireSound();
        return List.of(new ReportEvent.CycleScheduled(body(), cycle().cutOff(), cycle().meetingDate(), at));
    }

    List<ReportEvent> edit(Actor by, Schedule better, Instant at) {
        guard(by, ReportAction.EDIT);
        better.requireSound();
        if (better.equals(schedule)) {
            return List.of();
        }
        schedule = better;
        return List.of(new ReportEvent.CycleEdited(cycle().cutOff(), cycle().meetingDate(), at));
    }

    List<ReportEvent> collect(Actor by, Instant at) {
        guard(by, ReportAction.COLLECT);
        moveTo(ReportState.COLLECTING);
        return List.of(new ReportEvent.CollectingStarted(at));
    }

    /** Whether it may be frozen now, as far as it depends on the report alone. */
    void mayFreeze(Actor by, Instant at) {
        guard(by, ReportAction.FREEZE);
        CUT_OFF_PASSED.require(at.isAfter(schedule.cutOff()), Map.of("cutOff", schedule.cutOff()));
    }

    /** Not everything up to the cut-off is known yet: it will be frozen when it is. Asked twice, it waits once. */
    List<ReportEvent> requestFreeze(Actor by, Instant at) {
        mayFreeze(by, at);
        if (freezeRequest().waits()) {
            return List.of();
        }
        freezeRequest = FreezeRequest.asked(by.sub(), at);
        return List.of(new ReportEvent.FreezeRequested(by.sub(), at));
    }

    /** What was asked for cannot be: the reason stays for who asked. */
    List<ReportEvent> refuseFreeze(String code, Instant at) {
        freezeRequest = FreezeRequest.refused(code);
        return List.of(new ReportEvent.FreezeRefused(code, at));
    }

    List<ReportEvent> freeze(Actor by, Frozen standing, Instant at) {
        mayFreeze(by, at);
        moveTo(ReportState.FROZEN);
        frozen = standing;
        freezeRequest = null;
        comment = null;
        return List.of(new ReportEvent.CycleFrozen(
                standing.revision(),
                standing.head(),
                standing.sha256(),
                standing.previousSha256(),
                standing.override(),
                at));
    }

    List<ReportEvent> review(Actor by, Instant at) {
        guard(by, ReportAction.REVIEW);
        moveTo(ReportState.IN_REVIEW);
        return List.of(new ReportEvent.ReviewStarted(by.sub(), at));
    }

    List<ReportEvent> giveBack(Actor by, String why, Instant at) {
        guard(by, ReportAction.RETURN);
        moveTo(ReportState.COLLECTING);
        comment = why;
        return List.of(new ReportEvent.Returned(by.sub(), why, at));
    }

    List<ReportEvent> publish(Actor by, Instant at) {
        guard(by, ReportAction.PUBLISH);
        var standing = requireFrozen();
        moveTo(ReportState.PUBLISHED);
        outcome = outcome().published(by.sub(), at);
        return List.of(
                new ReportEvent.Published(
                        standing.revision(),
                        standing.sha256(),
                        standing.previousSha256(),
                        body(),
                        schedule.cutOff(),
                        cycle().meetingDate(),
                        schedule.dueAt(),
                        at,
                        by.sub(),
                        at),
                new ReportEvent.DashboardRefreshed(id, at));
    }

    /** @param shown what the dashboard shows from now on */
    List<ReportEvent> supersede(Actor by, UUID corrected, String why, @Nullable UUID shown, Instant at) {
        guard(by, ReportAction.SUPERSEDE);
        moveTo(ReportState.SUPERSEDED);
        outcome = outcome().ended(corrected, why, at);
        return List.of(
                new ReportEvent.Superseded(corrected, why, by.sub(), at),
                new ReportEvent.DashboardRefreshed(shown, at));
    }

    List<ReportEvent> withdraw(Actor by, String why, @Nullable UUID shown, Instant at) {
        guard(by, ReportAction.WITHDRAW);
        moveTo(ReportState.WITHDRAWN);
        outcome = outcome().ended(null, why, at);
        return List.of(new ReportEvent.Withdrawn(why, by.sub(), at), new ReportEvent.DashboardRefreshed(shown, at));
    }

    List<ReportEvent> cancel(Actor by, String why, Instant at) {
        guard(by, ReportAction.CANCEL);
        moveTo(ReportState.CANCELLED);
        outcome = outcome().ended(null, why, at);
        freezeRequest = null;
        return List.of(new ReportEvent.Cancelled(why, by.sub(), at));
    }

    /** For whoever reads its figures: 409 when there are none yet, 410 when they were taken back. */
    public Frozen requireFigures() {
        REPORT_WITHDRAWN.require(
                state != ReportState.WITHDRAWN,
                Map.of("reason", String.valueOf(outcome().reason()), "location", "/v1/reports/" + id));
        return requireFrozen();
    }

    /** Also of one that was taken back: its hash remains. */
    Frozen requireSealed() {
        return requireFrozen();
    }

    private Frozen requireFrozen() {
        var standing = frozen;
        if (standing == null) {
            throw REPORT_FROZEN.violated();
        }
        return standing;
    }

    @Override
    public UUID id() {
        return id;
    }

    /** Before it is published it is a matter of the house. */
    @Override
    protected Access access() {
        return state.wasPublished()
                ? Access.ANY_ROLE
                : new Access(Access.Classification.INTERNAL, List.of(), List.of(), null, List.of(body()), List.of());
    }

    @Override
    protected ReportCycleView state() {
        return ReportCycleView.of(this, null);
    }

    @Override
    protected Optional<ReportState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<ReportAction> actions() {
        return EnumSet.complementOf(EnumSet.of(ReportAction.SCHEDULE));
    }

    @Override
    protected boolean possible(ReportAction action) {
        return state.allows(action);
    }

    @Override
    protected void permits(Actor by, ReportAction action) {
        Permission.check(by, action, body(), frozen);
    }

    private void moveTo(ReportState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    String href() {
        return "/v1/report-cycles/" + id;
    }

    public String number() {
        return number;
    }

    public ReportState reportState() {
        return state;
    }

    public String body() {
        return schedule.body();
    }

    Schedule schedule() {
        return schedule;
    }

    public Cycle cycle() {
        return schedule.cycle();
    }

    public @Nullable Frozen frozen() {
        return frozen;
    }

    /** The number of the next one. */
    int nextRevision() {
        return frozen == null ? 1 : frozen.revision() + 1;
    }

    FreezeRequest freezeRequest() {
        return freezeRequest == null ? FreezeRequest.NONE : freezeRequest;
    }

    @Nullable String comment() {
        return comment;
    }

    public Outcome outcome() {
        return outcome == null ? Outcome.OPEN : outcome;
    }

    @Nullable UUID supersedes() {
        return supersedes;
    }

    Instant createdAt() {
        return createdAt;
    }
}
