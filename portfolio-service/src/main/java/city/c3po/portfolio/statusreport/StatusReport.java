package city.c3po.portfolio.statusreport;

import static city.c3po.portfolio.statusreport.StatusRule.COLOUR_KNOWN;
import static city.c3po.portfolio.statusreport.StatusRule.DIMENSION_ONCE;
import static city.c3po.portfolio.statusreport.StatusRule.PLAN_ENDS_AFTER_START;
import static city.c3po.portfolio.statusreport.StatusRule.REASON_FOR_DIVERGENCE;
import static city.c3po.portfolio.statusreport.StatusRule.RED_HAS_PLAN;
import static city.c3po.portfolio.statusreport.StatusRule.STALE_IS_NOT_SAID;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Fault;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.project.Colour;
import city.c3po.portfolio.project.Project;
import city.c3po.portfolio.project.ProjectPart;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** How a project stands at the end of one period. Its PPM or the office write and publish it; then it never changes. */
@Entity
public class StatusReport extends ProjectPart<StatusReportAction> {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private StatusReportState state;

    @Column(name = "period_end", updatable = false)
    private LocalDate end;

    @JdbcTypeCode(SqlTypes.JSON)
    private StatusText text;

    @JdbcTypeCode(SqlTypes.JSON)
    private Standing standing;

    private @Nullable String publishedBy;

    private @Nullable Instant publishedAt;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected StatusReport() {}

    @SuppressWarnings("NullAway.Init")
    StatusReport(Project project, LocalDate end, Instant at) {
        super(project);
        this.id = Uuid7.next();
        this.state = StatusReportState.DRAFT;
        this.end = end;
        this.createdAt = at;
    }

    /** Saying the same again is no change, unless the figures have moved. */
    List<StatusReportEvent> say(Actor by, StatusText said, Standing now, Instant at) {
        guard(by, StatusReportAction.SAY);
        requireSound(said, now);
        if (said.equals(text) && now.equals(standing)) {
            return List.of();
        }
        var first = text == null;
        text = said;
        standing = now;
        return List.of(
                first
                        ? new StatusReportEvent.Drafted(end, now.computed(), now.reported(), at)
                        : new StatusReportEvent.Edited(now.computed(), now.reported(), at));
    }

    /**
     * @param now once more, because the figures may have moved since it was said
     * @param planned whether a response plan of the project is open
     */
    List<StatusReportEvent> publish(Actor by, Standing now, boolean planned, Instant at) {
        guard(by, StatusReportAction.PUBLISH);
        requireSound(text, now);
        var colour = now.reported();
        COLOUR_KNOWN.require(colour != null);
        RED_HAS_PLAN.require(!now.red() || planned || text.responsePlan() != null);
        if (!state.next().contains(StatusReportState.PUBLISHED)) {
            throw new IllegalStateException(state + " is not published");
        }
        state = StatusReportState.PUBLISHED;
        standing = now;
        publishedBy = by.sub();
        publishedAt = at;
        return List.of(new StatusReportEvent.Published(end, now.computed(), colour, text.reason(), at));
    }

    private static void requireSound(StatusText said, Standing now) {
        var faults = new ArrayList<Fault>();
        check(faults, "", said.reported(), said.reason(), now.diverges());
        var named = Objects.requireNonNull(said.dimensions());
        for (int n = 0; n < named.size(); n++) {
            var one = named.get(n);
            var at = "/dimensions/" + n;
            if (said.of(one.dimension()).orElseThrow() != one) {
                faults.add(DIMENSION_ONCE.at(at + "/dimension"));
            }
            var diverges = now.dimensions().get(one.dimension().ordinal()).diverges();
            check(faults, at, one.reported(), one.reason(), diverges);
        }
        var plan = said.responsePlan();
        if (plan != null && plan.due().isBefore(plan.start())) {
            faults.add(PLAN_ENDS_AFTER_START.at("/responsePlan/due"));
        }
        if (!faults.isEmpty()) {
            throw Convention.INVALID_VALUES.violated(faults);
        }
    }

    private static void check(
            List<Fault> faults, String at, @Nullable Colour reported, @Nullable String reason, boolean diverges) {
        if (reported == Colour.STALE) {
            faults.add(STALE_IS_NOT_SAID.at(at + "/reported"));
        }
        if (diverges && reason == null) {
            faults.add(REASON_FOR_DIVERGENCE.at(at + "/reason"));
        }
    }

    public Reference reference() {
        return new Reference("statusReport", id.toString(), end.toString(), href());
    }

    String href() {
        return project().href() + "/status-reports/" + end;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected StatusReportView state() {
        return StatusReportView.of(this, null);
    }

    @Override
    protected Optional<StatusReportState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<StatusReportAction> actions() {
        return EnumSet.allOf(StatusReportAction.class);
    }

    @Override
    protected boolean possible(StatusReportAction action) {
        return state == StatusReportState.DRAFT;
    }

    @Override
    protected void permits(Actor by, StatusReportAction action) {
        requireLeader(by);
    }

    StatusReportState reportState() {
        return state;
    }

    LocalDate end() {
        return end;
    }

    StatusText text() {
        return text;
    }

    Standing standing() {
        return standing;
    }

    @Nullable String publishedBy() {
        return publishedBy;
    }

    @Nullable Instant publishedAt() {
        return publishedAt;
    }

    Instant createdAt() {
        return createdAt;
    }
}
