package city.c3po.inventory.source;

import static city.c3po.inventory.source.SourceRule.NOT_MANUAL;
import static city.c3po.inventory.source.SourceRule.POLICY_ADMIN_REGISTERS;
import static city.c3po.inventory.source.SourceRule.SOURCE_SAMPLE_DATA_FIXED;

import city.c3po.inventory.reference.Itself;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A department system that feeds the inventory. */
@Entity
class Source extends Aggregate<SourceAction> {
    @Id
    private String id;

    @JdbcTypeCode(SqlTypes.JSON)
    private SourceText said;

    private Instant recordedAt;

    private @Nullable Instant lateSince;

    /** Since when it is believed no more. */
    private @Nullable Instant withdrawnAt;

    /** Until its assets are weighed anew. */
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Reconsidering reconsidering;

    /** How many became others; written with them. */
    private @Nullable Long reconsidered;

    /** Whose word it is that its assets are weighed anew. */
    record Reconsidering(String by, String reason, Instant since) {}

    @SuppressWarnings("NullAway.Init")
    protected Source() {}

    Source(String code, SourceText said) {
        this.id = code;
        this.said = said.settled(Boolean.TRUE.equals(said.sampleData()));
    }

    List<SourceEvent> register(Actor by, Instant at) {
        permits(by, SourceAction.RECORD);
        NOT_MANUAL.require(!id.equals("manual"));
        recordedAt = at;
        return List.of(new SourceEvent.Recorded(said.name(), at));
    }

    List<SourceEvent> record(Actor by, SourceText better, Instant at) {
        guard(by, SourceAction.RECORD);
        SOURCE_SAMPLE_DATA_FIXED.require(
                better.sampleData() == null || better.sampleData().equals(said.sampleData()));
        var settled = better.settled(Boolean.TRUE.equals(said.sampleData()));
        if (settled.equals(said)) {
            return List.of();
        }
        said = settled;
        recordedAt = at;
        return List.of(new SourceEvent.Recorded(said.name(), at));
    }

    List<SourceEvent> withdraw(Actor by, String reason, Instant at) {
        guard(by, SourceAction.WITHDRAW);
        withdrawnAt = at;
        lateSince = null;
        reconsider(by, reason, at);
        return List.of(new SourceEvent.Withdrawn(reason, at));
    }

    List<SourceEvent> reinstate(Actor by, String reason, Instant at) {
        guard(by, SourceAction.REINSTATE);
        withdrawnAt = null;
        reconsider(by, reason, at);
        return List.of(new SourceEvent.Reinstated(reason, at));
    }

    private void reconsider(Actor by, String reason, Instant at) {
        reconsidering = new Reconsidering(by.sub(), reason, at);
        reconsidered = null;
    }

    /** Its assets are weighed; once for each time that somebody said so. */
    List<SourceEvent> reconsidered(Instant at) {
        if (reconsidering == null || reconsidered == null) {
            return List.of();
        }
        var assets = reconsidered;
        reconsidering = null;
        reconsidered = null;
        return List.of(new SourceEvent.Reconsidered(assets, at));
    }

    /**
     * Once when it becomes late, once when it is no more.
     *
     * @param lastFed null: never; then it is due one cadence after it was registered
     */
    List<SourceEvent> lookAtTheClock(@Nullable Instant lastFed, Instant at) {
        var due = (lastFed == null ? recordedAt : lastFed).plus(Duration.ofHours(said.cadenceHours()));
        boolean late = at.isAfter(due);
        if (late == (lateSince != null)) {
            return List.of();
        }
        if (!late) {
            lateSince = null;
            return List.of(new SourceEvent.FeedResumed(at));
        }
        lateSince = due;
        return List.of(new SourceEvent.FeedLate(lastFed, due, at));
    }

    String href() {
        return "/v1/sources/" + id;
    }

    @Override
    public String id() {
        return id;
    }

    /** Every employee; of the systems itself. */
    @Override
    protected Access access() {
        return new Access(Access.Classification.INTERNAL, List.of(), List.of(), null, List.of(), List.of(id));
    }

    @Override
    protected SourceView state() {
        return SourceView.of(this, null);
    }

    @Override
    protected Set<SourceAction> actions() {
        return EnumSet.allOf(SourceAction.class);
    }

    @Override
    protected boolean possible(SourceAction action) {
        return switch (action) {
            case RECORD -> true;
            case WITHDRAW -> withdrawnAt == null;
            case REINSTATE -> withdrawnAt != null;
        };
    }

    @Override
    protected void permits(Actor by, SourceAction action) {
        POLICY_ADMIN_REGISTERS.require(by.has(Roles.POLICY_ADMIN) || by.equals(Itself.ACTOR));
    }

    SourceText said() {
        return said;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    @Nullable Instant withdrawnAt() {
        return withdrawnAt;
    }

    @Nullable Instant reconsideringSince() {
        return reconsidering == null ? null : reconsidering.since();
    }

    @Nullable Instant lateSince() {
        return lateSince;
    }
}
