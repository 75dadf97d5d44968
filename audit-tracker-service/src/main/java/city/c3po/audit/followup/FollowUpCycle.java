package city.c3po.audit.followup;

import static city.c3po.audit.followup.CycleRule.AFTER_THE_LAST;
import static city.c3po.audit.followup.CycleRule.BODY_FOLLOWS_UP;
import static city.c3po.audit.followup.CycleRule.BODY_FREEZES;

import city.c3po.audit.audit.Audit;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One body's follow-up on all its recommendations, as of a day. */
@Entity
public class FollowUpCycle extends Aggregate<CycleAction> {
    @Id
    private UUID id;

    /** Written as {@code FUC-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('follow_up_cycle_number'))")
    @Column(updatable = false)
    private String number;

    private String title;

    @Column(updatable = false)
    private String body;

    private LocalDate asOf;

    @Enumerated(EnumType.STRING)
    private CycleState state = CycleState.OPEN;

    private @Nullable UUID previous;
    private @Nullable Long lastMove;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Ledger ledger;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Measures measures;

    @Column(updatable = false)
    private boolean sampleData;

    private @Nullable Instant frozenAt;
    private @Nullable Instant publishedAt;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    /** The cycle before: the last one that froze. */
    record Former(UUID id, LocalDate asOf, long lastMove) {}

    @SuppressWarnings("NullAway.Init")
    protected FollowUpCycle() {}

    FollowUpCycle(Actor by, NewCycle said, @Nullable Former former, LocalDate today, Instant at) {
        BODY_FOLLOWS_UP.require(Audit.isOf(said.body(), by));
        this.asOf = said.asOf() == null ? HalfYear.usual(former == null ? null : former.asOf(), today) : said.asOf();
        requireAfter(former, asOf);
        this.id = Uuid7.next();
        this.number = "FUC-" + today.getYear() + "-";
        this.title = said.title() == null ? "Follow-up as of " + asOf : said.title();
        this.body = said.body();
        this.previous = former == null ? null : former.id();
        this.sampleData = Boolean.TRUE.equals(said.sampleData());
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    private static void requireAfter(@Nullable Former former, LocalDate asOf) {
        if (former != null) {
            AFTER_THE_LAST.require(asOf.isAfter(former.asOf()), Map.of("last", former.asOf()));
        }
    }

    List<FollowUpCycleEvent> open(Instant at) {
        return List.of(new FollowUpCycleEvent.Opened(body, asOf, at));
    }

    List<FollowUpCycleEvent> edit(Actor by, String better, LocalDate day, @Nullable Former former, Instant at) {
        guard(by, CycleAction.EDIT);
        requireAfter(former, day);
        if (better.equals(title) && day.equals(asOf)) {
            return List.of();
        }
        title = better;
        asOf = day;
        return List.of(new FollowUpCycleEvent.Edited(at));
    }

    List<FollowUpCycleEvent> startCollecting(Actor by, Instant at) {
        guard(by, CycleAction.START_COLLECTING);
        state = CycleState.COLLECTING;
        return List.of(new FollowUpCycleEvent.CollectingStarted(at));
    }

    List<FollowUpCycleEvent> startVerifying(Actor by, Instant at) {
        guard(by, CycleAction.START_VERIFYING);
        state = CycleState.VERIFYING;
        return List.of(new FollowUpCycleEvent.VerifyingStarted(at));
    }

    void requireFreezable(Actor by) {
        guard(by, CycleAction.FREEZE);
    }

    /** @param move the last one that the snapshot has seen */
    List<FollowUpCycleEvent> freeze(Actor by, Ledger reckoned, Measures measured, long move, Instant at) {
        guard(by, CycleAction.FREEZE);
        state = CycleState.FROZEN;
        ledger = reckoned;
        measures = measured;
        lastMove = move;
        frozenAt = at;
        return List.of(new FollowUpCycleEvent.CycleFrozen(reckoned.city(), at));
    }

    List<FollowUpCycleEvent> publish(Actor by, Instant at) {
        guard(by, CycleAction.PUBLISH);
        state = CycleState.PUBLISHED;
        publishedAt = at;
        return List.of(new FollowUpCycleEvent.CyclePublished(
                Objects.requireNonNull(ledger).city(), at));
    }

    Former asFormer() {
        return new Former(id, asOf, Objects.requireNonNull(lastMove));
    }

    String href() {
        return "/v1/follow-up-cycles/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    /** Before it is published it is the city's own business. */
    @Override
    protected Access access() {
        return state == CycleState.PUBLISHED
                ? Access.ANY_ROLE
                : new Access(
                        Access.Classification.INTERNAL, List.of(), List.of(createdBy), null, List.of(body), List.of());
    }

    @Override
    protected CycleView state() {
        return CycleView.of(this, null);
    }

    @Override
    protected Optional<CycleState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<CycleAction> actions() {
        return EnumSet.allOf(CycleAction.class);
    }

    @Override
    protected boolean possible(CycleAction action) {
        return switch (action) {
            case EDIT -> state == CycleState.OPEN;
            case START_COLLECTING -> state.next().contains(CycleState.COLLECTING);
            case START_VERIFYING -> state.next().contains(CycleState.VERIFYING);
            case FREEZE -> state.next().contains(CycleState.FROZEN);
            case PUBLISH -> state.next().contains(CycleState.PUBLISHED);
        };
    }

    @Override
    protected void permits(Actor by, CycleAction action) {
        switch (action) {
            case EDIT, START_COLLECTING, START_VERIFYING -> BODY_FOLLOWS_UP.require(Audit.isOf(body, by));
            case FREEZE, PUBLISH ->
                BODY_FREEZES.require(by.has(Roles.AUDITOR) && by.bodies().contains(body));
        }
    }

    String number() {
        return number;
    }

    String title() {
        return title;
    }

    String body() {
        return body;
    }

    LocalDate asOf() {
        return asOf;
    }

    CycleState stage() {
        return state;
    }

    @Nullable UUID previous() {
        return previous;
    }

    @Nullable Ledger ledger() {
        return ledger;
    }

    @Nullable Measures measures() {
        return measures;
    }

    boolean sampleData() {
        return sampleData;
    }

    @Nullable Instant frozenAt() {
        return frozenAt;
    }

    @Nullable Instant publishedAt() {
        return publishedAt;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
