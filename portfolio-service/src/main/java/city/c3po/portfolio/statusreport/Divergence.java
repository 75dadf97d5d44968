package city.c3po.portfolio.statusreport;

import static city.c3po.portfolio.statusreport.StatusRule.EXPLAINED_BY_ANOTHER;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.project.Colour;
import city.c3po.portfolio.project.ProjectPart;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A colour that was reported and is not the one that the figures give. It stays on the register until the sponsor or a
 * portfolio manager, who did not report it, finds it explained.
 */
@Entity
public class Divergence extends ProjectPart<DivergenceAction> {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private DivergenceState state;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Reference report;

    @Column(name = "period_end", updatable = false)
    private LocalDate end;

    /** Null for the report as a whole. */
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private @Nullable Dimension dimension;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Colour computed;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Colour reported;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private String reportedBy;

    private @Nullable String explanation;

    private @Nullable String explainedBy;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Divergence() {}

    Divergence(
            StatusReport of,
            @Nullable Dimension dimension,
            Colour computed,
            Colour reported,
            String reason,
            Actor by,
            Instant at) {
        super(of.project());
        this.id = Uuid7.next();
        this.state = DivergenceState.OPEN;
        this.report = of.reference();
        this.end = of.end();
        this.dimension = dimension;
        this.computed = computed;
        this.reported = reported;
        this.reason = reason;
        this.reportedBy = by.sub();
        this.createdAt = at;
    }

    List<DivergenceEvent> register(Instant at) {
        return List.of(new DivergenceEvent.Registered(end, dimension, computed, reported, reason, at));
    }

    List<DivergenceEvent> explain(Actor by, String comment, Instant at) {
        guard(by, DivergenceAction.EXPLAIN);
        if (!state.next().contains(DivergenceState.EXPLAINED)) {
            throw new IllegalStateException(state + " is not explained again");
        }
        state = DivergenceState.EXPLAINED;
        explanation = comment;
        explainedBy = by.sub();
        return List.of(new DivergenceEvent.Explained(comment, at));
    }

    String href() {
        return project().href() + "/divergences/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected DivergenceView state() {
        return DivergenceView.of(this, null);
    }

    @Override
    protected Optional<DivergenceState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<DivergenceAction> actions() {
        return EnumSet.allOf(DivergenceAction.class);
    }

    @Override
    protected boolean possible(DivergenceAction action) {
        return state == DivergenceState.OPEN;
    }

    @Override
    protected void permits(Actor by, DivergenceAction action) {
        EXPLAINED_BY_ANOTHER.require(
                (project().sponsoredBy(by) || by.has(Roles.PORTFOLIO_MANAGER)) && !by.is(reportedBy));
    }

    DivergenceState divergenceState() {
        return state;
    }

    Reference report() {
        return report;
    }

    LocalDate end() {
        return end;
    }

    @Nullable Dimension dimension() {
        return dimension;
    }

    Colour computed() {
        return computed;
    }

    Colour reported() {
        return reported;
    }

    String reason() {
        return reason;
    }

    String reportedBy() {
        return reportedBy;
    }

    @Nullable String explanation() {
        return explanation;
    }

    @Nullable String explainedBy() {
        return explainedBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
