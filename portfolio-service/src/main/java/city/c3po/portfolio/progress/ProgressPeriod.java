package city.c3po.portfolio.progress;

import static city.c3po.portfolio.progress.ProgressRule.ESTIMATE_NOT_NEGATIVE;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Uuid7;
import city.c3po.portfolio.project.Project;
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

/** What a project had earned at the end of one month. Its PPM or the office record it and close it, in order. */
@Entity
public class ProgressPeriod extends ProjectPart<ProgressPeriodAction> {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private ProgressPeriodState state;

    @Column(name = "period_end", updatable = false)
    private LocalDate end;

    @JdbcTypeCode(SqlTypes.JSON)
    private PeriodText text;

    @JdbcTypeCode(SqlTypes.JSON)
    private PeriodFigures figures;

    @SuppressWarnings("NullAway.Init")
    protected ProgressPeriod() {}

    @SuppressWarnings("NullAway.Init")
    ProgressPeriod(Project project, LocalDate end) {
        super(project);
        this.id = Uuid7.next();
        this.state = ProgressPeriodState.OPEN;
        this.end = end;
    }

    /** Saying the same again is no change. */
    List<ProgressPeriodEvent> record(Actor by, PeriodText said, PeriodFigures reckoned, Instant at) {
        guard(by, ProgressPeriodAction.RECORD);
        ESTIMATE_NOT_NEGATIVE.require(
                said.bottomUpEtc() == null || said.bottomUpEtc().signum() >= 0);
        if (said.equals(text) && reckoned.equals(figures)) {
            return List.of();
        }
        text = said;
        figures = reckoned;
        var value = reckoned.value();
        return List.of(new ProgressPeriodEvent.Recorded(end, value.planned(), value.earned(), value.actual(), at));
    }

    /** @param reckoned once more, because finance may have posted meanwhile */
    List<ProgressPeriodEvent> close(Actor by, PeriodFigures reckoned, Instant at) {
        guard(by, ProgressPeriodAction.CLOSE);
        if (!state.next().contains(ProgressPeriodState.CLOSED)) {
            throw new IllegalStateException(state + " does not close");
        }
        state = ProgressPeriodState.CLOSED;
        figures = reckoned;
        var value = reckoned.value();
        return List.of(new ProgressPeriodEvent.Closed(end, value.planned(), value.earned(), value.actual(), at));
    }

    String href() {
        return project().href() + "/progress/" + end;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected ProgressPeriodView state() {
        return ProgressPeriodView.of(this, null);
    }

    @Override
    protected Optional<ProgressPeriodState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<ProgressPeriodAction> actions() {
        return EnumSet.allOf(ProgressPeriodAction.class);
    }

    @Override
    protected boolean possible(ProgressPeriodAction action) {
        return state == ProgressPeriodState.OPEN;
    }

    @Override
    protected void permits(Actor by, ProgressPeriodAction action) {
        requireLeader(by);
    }

    ProgressPeriodState periodState() {
        return state;
    }

    public boolean isClosed() {
        return state == ProgressPeriodState.CLOSED;
    }

    public LocalDate end() {
        return end;
    }

    PeriodText text() {
        return text;
    }

    public PeriodFigures figures() {
        return figures;
    }
}
