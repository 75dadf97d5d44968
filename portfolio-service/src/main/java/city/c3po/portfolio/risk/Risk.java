package city.c3po.portfolio.risk;

import static city.c3po.portfolio.risk.RiskRule.ESCALATED_ABOVE;
import static city.c3po.portfolio.risk.RiskRule.INVOLVED_IDENTIFIES;
import static city.c3po.portfolio.risk.RiskRule.RESIDUAL_SAID;
import static city.c3po.portfolio.risk.RiskRule.RESPONDER;
import static city.c3po.portfolio.risk.RiskRule.RESPONSE_LOWERS;
import static city.c3po.portfolio.risk.RiskRule.RISKY_PROJECT_GOES_ON;
import static city.c3po.portfolio.risk.RiskRule.RISK_OWNER_OR_LEADER;
import static city.c3po.portfolio.risk.RiskRule.SPONSOR_ACCEPTS;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Task;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.project.Project;
import city.c3po.portfolio.project.ProjectPart;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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

/**
 * Something that may happen to a project. Whoever is involved names it; its owner, the PPM or the office watch it; the
 * sponsor alone accepts what is above the city's appetite.
 */
@Entity
public class Risk extends ProjectPart<RiskAction> {
    @Id
    private UUID id;

    /** Written as {@code RSK-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('risk_number'))")
    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    private RiskState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private RiskText text;

    @Embedded
    private RiskAssessment assessment;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable RiskResponse response;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Reference issue;

    private @Nullable String closure;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @Transient
    private @Nullable LocalDate shownOn;

    @SuppressWarnings("NullAway.Init")
    protected Risk() {}

    Risk(Project project, Actor by, RiskText text, RiskScale scale, LocalDate today, Instant at) {
        super(project);
        this.id = Uuid7.next();
        this.number = "RSK-" + today.getYear() + "-";
        this.state = RiskState.OPEN;
        this.text = text;
        this.assessment = new RiskAssessment(text.inherent(), scale, today);
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    List<RiskEvent> identify(Actor by, Instant at) {
        INVOLVED_IDENTIFIES.require(project().involves(by));
        RISKY_PROJECT_GOES_ON.require(project().isOpen());
        text.requireSound();
        return List.of(new RiskEvent.Identified(text.title(), inherent(), Objects.requireNonNull(nextReview()), at));
    }

    /** Saying the same again is no change. */
    List<RiskEvent> edit(Actor by, RiskText better, RiskScale scale, Instant at) {
        guard(by, RiskAction.EDIT);
        better.requireSound();
        if (better.equals(text)) {
            return List.of();
        }
        text = better;
        assessment.restate(better.inherent(), scale);
        return List.of(new RiskEvent.Edited(at));
    }

    List<RiskEvent> respond(
            Actor by,
            RiskResponse.Strategy strategy,
            String plan,
            @Nullable Rating residual,
            RiskScale scale,
            Instant at) {
        guard(by, RiskAction.RESPOND);
        var expected = residual == null ? null : scale.rate(residual);
        switch (strategy) {
            case AVOID, REDUCE, TRANSFER -> RESIDUAL_SAID.require(expected != null);
            case ACCEPT ->
                SPONSOR_ACCEPTS.require(
                        !scale.isAboveAppetite(current()) || project().sponsoredBy(by),
                        Map.of("score", current().score(), "appetite", scale.appetite()));
            case ESCALATE -> {}
        }
        RESPONSE_LOWERS.require(
                expected == null || expected.score() <= current().score());
        response = new RiskResponse(strategy, plan, expected, by.sub(), at);
        return List.of(new RiskEvent.Responded(strategy, plan, expected, at));
    }

    /** @param next the day of the next one; that of its band where it is left out */
    List<RiskEvent> review(
            Actor by,
            Rating said,
            String comment,
            @Nullable LocalDate next,
            RiskScale scale,
            LocalDate today,
            Instant at) {
        guard(by, RiskAction.REVIEW);
        var formerly = current();
        assessment.review(said, next, scale, today);
        return List.of(new RiskEvent.Reviewed(current(), formerly, Objects.requireNonNull(nextReview()), comment, at));
    }

    /** To be asked before the issue is raised. */
    void requireMayOccur(Actor by) {
        guard(by, RiskAction.OCCUR);
    }

    List<RiskEvent> occur(Actor by, Reference raised, Instant at) {
        requireMayOccur(by);
        moveTo(RiskState.OCCURRED);
        issue = raised;
        return List.of(new RiskEvent.Occurred(raised, at));
    }

    List<RiskEvent> close(Actor by, String comment, Instant at) {
        guard(by, RiskAction.CLOSE);
        moveTo(RiskState.CLOSED);
        closure = comment;
        return List.of(new RiskEvent.Closed(comment, at));
    }

    private void moveTo(RiskState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
        assessment.end();
    }

    private boolean watchedBy(Actor by) {
        return by.is(text.owner()) || project().ledBy(by) || by.has(Roles.PORTFOLIO_MANAGER);
    }

    private boolean escalated() {
        return response != null && response.strategy() == RiskResponse.Strategy.ESCALATE;
    }

    public Reference reference() {
        return new Reference("risk", id.toString(), number, href());
    }

    String href() {
        return project().href() + "/risks/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected RiskView state() {
        return RiskView.of(this, null, null);
    }

    @Override
    protected Optional<RiskState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<RiskAction> actions() {
        return EnumSet.allOf(RiskAction.class);
    }

    @Override
    protected boolean possible(RiskAction action) {
        return state == RiskState.OPEN;
    }

    @Override
    protected void permits(Actor by, RiskAction action) {
        switch (action) {
            case RESPOND -> {
                RESPONDER.require(watchedBy(by) || project().sponsoredBy(by));
                ESCALATED_ABOVE.require(!escalated() || project().sponsoredBy(by) || by.has(Roles.PORTFOLIO_MANAGER));
            }
            case EDIT, REVIEW, OCCUR, CLOSE -> RISK_OWNER_OR_LEADER.require(watchedBy(by));
        }
    }

    /** Its next review awaits its owner; what was escalated, the sponsor. */
    @Override
    protected List<Task> tasks() {
        var tasks = new ArrayList<Task>();
        var watcher = text.owner() == null ? project().ppm() : text.owner();
        if (watcher != null) {
            var action = nextReview() == null ? "Review the risk" : "Review the risk (by " + nextReview() + ")";
            tasks.add(new Task(id + "/review", watcher, action, href(), null, state != RiskState.OPEN));
        }
        var sponsor = project().plan().sponsor();
        if (sponsor != null && response != null) {
            boolean answered = !escalated() || state != RiskState.OPEN;
            tasks.add(new Task(id + "/respond", sponsor, "Respond to the escalated risk", href(), null, answered));
        }
        return tasks;
    }

    RiskState riskState() {
        return state;
    }

    /** So that its ETag changes on the day from which its review is overdue. */
    Risk shownOn(LocalDate today) {
        shownOn = today;
        return this;
    }

    @Override
    protected Object timeDerived() {
        return shownOn != null && overdue(shownOn);
    }

    boolean overdue(LocalDate today) {
        return assessment.overdue(today);
    }

    String number() {
        return number;
    }

    RiskText text() {
        return text;
    }

    Rated inherent() {
        return assessment.inherent();
    }

    Rated current() {
        return assessment.current();
    }

    @Nullable RiskResponse response() {
        return response;
    }

    @Nullable LocalDate nextReview() {
        return assessment.nextReview();
    }

    @Nullable Reference issue() {
        return issue;
    }

    @Nullable String closure() {
        return closure;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
