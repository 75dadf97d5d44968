package city.c3po.portfolio.issue;

import static city.c3po.portfolio.issue.IssueRule.ACTIONS_FINISHED;
import static city.c3po.portfolio.issue.IssueRule.ACTION_FINISHED_ONCE;
import static city.c3po.portfolio.issue.IssueRule.ACTION_OWNER_FINISHES;
import static city.c3po.portfolio.issue.IssueRule.FEW_ACTIONS;
import static city.c3po.portfolio.issue.IssueRule.INVOLVED_RAISES;
import static city.c3po.portfolio.issue.IssueRule.KNOWN_ACTION;
import static city.c3po.portfolio.issue.IssueRule.OWNER_OR_LEADER;
import static city.c3po.portfolio.issue.IssueRule.PROJECT_GOES_ON;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Task;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Reference;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Something that has gone wrong in a project. Whoever is involved raises it; its owner, the PPM or the office see to it;
 * what was to be done about it is done before it is resolved.
 */
@Entity
public class Issue extends ProjectPart<IssueAction> {
    private static final int MOST = 100;

    @Id
    private UUID id;

    /** Written as {@code ISS-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('issue_number'))")
    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    private IssueState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private IssueText text;

    /** The risk that occurred. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private @Nullable Reference risk;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<IssueTodo> actions = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<IssueDecision> decisions = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Reference> changes = List.of();

    private @Nullable String resolution;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Issue() {}

    /** @param year of the number, in the city's calendar */
    Issue(Project project, Actor by, IssueText text, @Nullable Reference risk, int year, Instant at) {
        super(project);
        this.id = Uuid7.next();
        this.number = "ISS-" + year + "-";
        this.state = IssueState.OPEN;
        this.text = text;
        this.risk = risk;
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    List<IssueEvent> raise(Actor by, Instant at) {
        INVOLVED_RAISES.require(risk != null || project().involves(by));
        PROJECT_GOES_ON.require(project().isOpen());
        return List.of(new IssueEvent.Raised(text.title(), risk, at));
    }

    /** Saying the same again is no change. */
    List<IssueEvent> edit(Actor by, IssueText better, Instant at) {
        guard(by, IssueAction.EDIT);
        if (better.equals(text)) {
            return List.of();
        }
        text = better;
        return List.of(new IssueEvent.Edited(at));
    }

    List<IssueEvent> addAction(Actor by, String todo, String owner, @Nullable LocalDate due, Instant at) {
        guard(by, IssueAction.ADD_ACTION);
        FEW_ACTIONS.require(actions.size() < MOST);
        var fresh = new IssueTodo(actions.size() + 1, todo, owner, due, null, null, null);
        actions = Stream.concat(actions.stream(), Stream.of(fresh)).toList();
        return List.of(new IssueEvent.ActionAdded(fresh.action(), todo, owner, due, at));
    }

    List<IssueEvent> finishAction(Actor by, int action, String outcome, Instant at) {
        guard(by, IssueAction.FINISH_ACTION);
        KNOWN_ACTION.require(action >= 1 && action <= actions.size());
        var known = actions.get(action - 1);
        ACTION_OWNER_FINISHES.require(by.is(known.owner()) || mayLead(by));
        ACTION_FINISHED_ONCE.require(known.open());
        actions = actions.stream()
                .map(one -> one.action() == action ? one.finished(outcome, by.sub(), at) : one)
                .toList();
        return List.of(new IssueEvent.ActionFinished(action, outcome, at));
    }

    List<IssueEvent> decide(Actor by, String decided, @Nullable String record, Instant at) {
        guard(by, IssueAction.DECIDE);
        FEW_ACTIONS.require(decisions.size() < MOST);
        var fresh = new IssueDecision(decisions.size() + 1, decided, record, by.sub(), at);
        decisions = Stream.concat(decisions.stream(), Stream.of(fresh)).toList();
        return List.of(new IssueEvent.DecisionTaken(fresh.decision(), decided, at));
    }

    List<IssueEvent> requestChange(Actor by, Reference change, Instant at) {
        guard(by, IssueAction.REQUEST_CHANGE);
        changes = Stream.concat(changes.stream(), Stream.of(change)).toList();
        return List.of(new IssueEvent.ChangeRequested(change, at));
    }

    List<IssueEvent> resolve(Actor by, String how, Instant at) {
        guard(by, IssueAction.RESOLVE);
        var open =
                actions.stream().filter(IssueTodo::open).map(IssueTodo::action).toList();
        ACTIONS_FINISHED.require(open.isEmpty(), Map.of("open", open));
        moveTo(IssueState.RESOLVED);
        resolution = how;
        return List.of(new IssueEvent.Resolved(how, at));
    }

    List<IssueEvent> reopen(Actor by, String comment, Instant at) {
        guard(by, IssueAction.REOPEN);
        moveTo(IssueState.OPEN);
        resolution = null;
        return List.of(new IssueEvent.Reopened(comment, at));
    }

    List<IssueEvent> close(Actor by, String comment, Instant at) {
        guard(by, IssueAction.CLOSE);
        moveTo(IssueState.CLOSED);
        return List.of(new IssueEvent.Closed(comment, at));
    }

    private void moveTo(IssueState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    private boolean mayLead(Actor by) {
        return by.is(text.owner()) || project().ledBy(by) || by.has(Roles.PORTFOLIO_MANAGER);
    }

    public Reference reference() {
        return new Reference("issue", id.toString(), number, href());
    }

    String href() {
        return project().href() + "/issues/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected IssueView state() {
        return IssueView.of(this, null);
    }

    @Override
    protected Optional<IssueState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<IssueAction> actions() {
        return EnumSet.allOf(IssueAction.class);
    }

    @Override
    protected boolean possible(IssueAction action) {
        return switch (action) {
            case EDIT, ADD_ACTION, FINISH_ACTION, DECIDE, RESOLVE -> state == IssueState.OPEN;
            case REQUEST_CHANGE -> state == IssueState.OPEN && project().isOpen();
            case REOPEN, CLOSE -> state == IssueState.RESOLVED;
        };
    }

    @Override
    protected void permits(Actor by, IssueAction action) {
        switch (action) {
            case FINISH_ACTION ->
                ACTION_OWNER_FINISHES.require(mayLead(by) || actions.stream().anyMatch(one -> by.is(one.owner())));
            case EDIT, ADD_ACTION, DECIDE, REQUEST_CHANGE, RESOLVE, REOPEN, CLOSE ->
                OWNER_OR_LEADER.require(mayLead(by));
        }
    }

    @Override
    protected List<Task> tasks() {
        return actions.stream()
                .map(one -> new Task(
                        id + "/actions/" + one.action(),
                        one.owner(),
                        one.due() == null ? one.text() : one.text() + " (by " + one.due() + ")",
                        href(),
                        null,
                        !one.open() || state != IssueState.OPEN))
                .toList();
    }

    IssueState issueState() {
        return state;
    }

    String number() {
        return number;
    }

    IssueText text() {
        return text;
    }

    @Nullable Reference risk() {
        return risk;
    }

    List<IssueTodo> todos() {
        return actions;
    }

    List<IssueDecision> decisions() {
        return decisions;
    }

    List<Reference> changes() {
        return changes;
    }

    @Nullable String resolution() {
        return resolution;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
