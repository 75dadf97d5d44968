package city.c3po.portfolio.baseline;

import static city.c3po.portfolio.baseline.BaselineRule.ANOTHER_APPROVES;
import static city.c3po.portfolio.baseline.BaselineRule.SPONSOR_OR_OFFICE;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Money;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A copy of the schedule that is or was to be kept. Whoever leads the project drafts and submits it; its sponsor, or a
 * portfolio manager who wrote none of it, approves it. Approved, it never changes.
 */
@Entity
public class Baseline extends ProjectPart<BaselineAction> {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private BaselineState state;

    /** 0 for the first one approved; null before. */
    private @Nullable Integer ordinal;

    @JdbcTypeCode(SqlTypes.JSON)
    private BaselineContent content;

    /** The change requests it carries out. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Reference> changes = List.of();

    /** Everybody who wrote or submitted it. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> authors = List.of();

    private @Nullable String approvedBy;

    private @Nullable Instant approvedAt;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Baseline() {}

    Baseline(Project project, BaselineContent content, Instant at) {
        super(project);
        this.id = Uuid7.next();
        this.state = BaselineState.DRAFT;
        this.content = content;
        this.createdAt = at;
    }

    List<BaselineEvent> draft(Actor by, Instant at) {
        requireLeader(by);
        authors = authorsAnd(by);
        return List.of(new BaselineEvent.Drafted(content.finish(), content.cost(), content.sha256(), at));
    }

    /** Saying the same again is no change. */
    List<BaselineEvent> refresh(Actor by, BaselineContent now, Instant at) {
        guard(by, BaselineAction.REFRESH);
        if (now.equals(content)) {
            return List.of();
        }
        content = now;
        authors = authorsAnd(by);
        return List.of(new BaselineEvent.Refreshed(now.finish(), now.cost(), now.sha256(), at));
    }

    List<BaselineEvent> submit(Actor by, String comment, Instant at) {
        guard(by, BaselineAction.SUBMIT);
        moveTo(BaselineState.SUBMITTED);
        authors = authorsAnd(by);
        return List.of(new BaselineEvent.Submitted(comment, at));
    }

    List<BaselineEvent> returnToDraft(Actor by, String comment, Instant at) {
        guard(by, BaselineAction.RETURN);
        moveTo(BaselineState.DRAFT);
        return List.of(new BaselineEvent.Returned(comment, at));
    }

    /**
     * @param last the one in force, if there is one
     * @param carriedOut the approved change requests that allow it to differ from the last one
     */
    List<BaselineEvent> approve(Actor by, @Nullable Baseline last, List<Reference> carriedOut, Instant at) {
        guard(by, BaselineAction.APPROVE);
        moveTo(BaselineState.APPROVED);
        ordinal = last == null ? 0 : Objects.requireNonNull(last.ordinal) + 1;
        changes = List.copyOf(carriedOut);
        approvedBy = by.sub();
        approvedAt = at;
        return List.of(new BaselineEvent.Approved(ordinal, content.finish(), content.cost(), changes, at));
    }

    List<BaselineEvent> supersede(Actor by, Baseline later, Instant at) {
        guard(by, BaselineAction.SUPERSEDE);
        moveTo(BaselineState.SUPERSEDED);
        return List.of(new BaselineEvent.Superseded(later.reference(), at));
    }

    /** A new list, because Hibernate compares a JSON value with the one it loaded. */
    private List<String> authorsAnd(Actor by) {
        return Stream.concat(authors.stream(), Stream.of(by.sub()))
                .distinct()
                .sorted()
                .toList();
    }

    private void moveTo(BaselineState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    public Reference reference() {
        return new Reference("baseline", id.toString(), ordinal == null ? null : "Baseline " + ordinal, href());
    }

    String href() {
        return project().href() + "/baselines/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected BaselineView state() {
        return BaselineView.of(this, null);
    }

    @Override
    protected Optional<BaselineState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<BaselineAction> actions() {
        return EnumSet.complementOf(EnumSet.of(BaselineAction.SUPERSEDE));
    }

    @Override
    protected boolean possible(BaselineAction action) {
        return switch (action) {
            case REFRESH, SUBMIT -> state == BaselineState.DRAFT && project().isOpen();
            case RETURN -> state == BaselineState.SUBMITTED;
            case APPROVE -> state == BaselineState.SUBMITTED && project().isOpen();
            case SUPERSEDE -> state == BaselineState.APPROVED;
        };
    }

    @Override
    protected void permits(Actor by, BaselineAction action) {
        switch (action) {
            case REFRESH, SUBMIT -> requireLeader(by);
            case RETURN, APPROVE -> {
                SPONSOR_OR_OFFICE.require(project().sponsoredBy(by) || by.has(Roles.PORTFOLIO_MANAGER));
                ANOTHER_APPROVES.require(!authors.contains(by.sub()));
            }
            case SUPERSEDE -> SPONSOR_OR_OFFICE.require(project().sponsoredBy(by) || by.has(Roles.PORTFOLIO_MANAGER));
        }
    }

    BaselineState baselineState() {
        return state;
    }

    public @Nullable Integer ordinal() {
        return ordinal;
    }

    BaselineContent content() {
        return content;
    }

    public LocalDate start() {
        return content.start();
    }

    public LocalDate finish() {
        return content.finish();
    }

    public Money cost() {
        return content.cost();
    }

    public String calendar() {
        return content.calendar();
    }

    List<Reference> changes() {
        return changes;
    }

    List<String> authors() {
        return authors;
    }

    @Nullable String approvedBy() {
        return approvedBy;
    }

    @Nullable Instant approvedAt() {
        return approvedAt;
    }

    Instant createdAt() {
        return createdAt;
    }
}
