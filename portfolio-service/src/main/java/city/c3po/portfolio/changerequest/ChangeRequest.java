package city.c3po.portfolio.changerequest;

import static city.c3po.portfolio.changerequest.ChangeRequestRule.ANOTHER_DECIDES;
import static city.c3po.portfolio.changerequest.ChangeRequestRule.BASELINE_FIRST;
import static city.c3po.portfolio.changerequest.ChangeRequestRule.DECISION_NAMED;
import static city.c3po.portfolio.changerequest.ChangeRequestRule.INVOLVED_ASKS;
import static city.c3po.portfolio.changerequest.ChangeRequestRule.PROJECT_CURRENCY;
import static city.c3po.portfolio.changerequest.ChangeRequestRule.SPONSOR_OR_OFFICE_DECIDES;
import static city.c3po.portfolio.changerequest.ChangeRequestRule.WITHIN_AUTHORITY;
import static city.c3po.portfolio.changerequest.ChangeRequestRule.WRITER_ONLY;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.project.Project;
import city.c3po.portfolio.project.ProjectBaseline;
import city.c3po.portfolio.project.ProjectPart;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
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
 * A wish to change what was approved. Whoever is involved asks; the PPM or the office assess what it costs; the sponsor
 * decides within their authority, the office beyond it; and the next baseline carries it out.
 */
@Entity
public class ChangeRequest extends ProjectPart<ChangeRequestAction> {
    @Id
    private UUID id;

    /** Written as {@code CHG-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('change_request_number'))")
    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    private ChangeRequestState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private ChangeText text;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Impact impact;

    private @Nullable String assessedBy;
    private @Nullable String decidedBy;
    private @Nullable String comment;

    /** The board's or a committee's, where the sponsor's authority was not enough. */
    private @Nullable String decision;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Reference baseline;

    /** The issue that asks for it. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private @Nullable Reference issue;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected ChangeRequest() {}

    ChangeRequest(Project project, Actor by, ChangeText text, @Nullable Reference issue, int year, Instant at) {
        super(project);
        this.id = Uuid7.next();
        this.number = "CHG-" + year + "-";
        this.state = ChangeRequestState.DRAFT;
        this.text = text;
        this.issue = issue;
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    List<ChangeRequestEvent> draft(Actor by, Instant at) {
        INVOLVED_ASKS.require(issue != null || project().involves(by));
        BASELINE_FIRST.require(project().baseline() != null);
        return List.of(new ChangeRequestEvent.Drafted(text.title(), at));
    }

    /** Saying the same again is no change. */
    List<ChangeRequestEvent> edit(Actor by, ChangeText better, Instant at) {
        guard(by, ChangeRequestAction.EDIT);
        if (better.equals(text)) {
            return List.of();
        }
        text = better;
        return List.of(new ChangeRequestEvent.Edited(at));
    }

    List<ChangeRequestEvent> submit(Actor by, Instant at) {
        guard(by, ChangeRequestAction.SUBMIT);
        moveTo(ChangeRequestState.SUBMITTED);
        return List.of(new ChangeRequestEvent.Submitted(at));
    }

    List<ChangeRequestEvent> assess(Actor by, Impact found, Instant at) {
        guard(by, ChangeRequestAction.ASSESS);
        PROJECT_CURRENCY.require(
                found.cost().currency().equals(first().original().cost().currency()));
        moveTo(ChangeRequestState.ASSESSED);
        impact = found;
        assessedBy = by.sub();
        return List.of(new ChangeRequestEvent.Assessed(found, at));
    }

    /** @param authority what was approved since Baseline 0, this one included, and how far the sponsor's word goes */
    List<ChangeRequestEvent> approve(
            Actor by, String why, @Nullable String allowedBy, Authority authority, Instant at) {
        guard(by, ChangeRequestAction.APPROVE);
        if (!authority.isEnough()) {
            WITHIN_AUTHORITY.require(
                    by.has(Roles.PORTFOLIO_MANAGER),
                    Map.of(
                            "cumulative",
                            authority.cost(),
                            "limit",
                            authority.costLimit(),
                            "cumulativeDays",
                            authority.days(),
                            "limitDays",
                            authority.daysLimit()));
            DECISION_NAMED.require(allowedBy != null);
        }
        decision = allowedBy;
        decided(by, ChangeRequestState.APPROVED, why);
        return List.of(new ChangeRequestEvent.Approved(impact(), authority.cost(), authority.days(), why, at));
    }

    List<ChangeRequestEvent> reject(Actor by, String why, Instant at) {
        guard(by, ChangeRequestAction.REJECT);
        decided(by, ChangeRequestState.REJECTED, why);
        return List.of(new ChangeRequestEvent.Rejected(why, at));
    }

    List<ChangeRequestEvent> defer(Actor by, String why, Instant at) {
        guard(by, ChangeRequestAction.DEFER);
        decided(by, ChangeRequestState.DEFERRED, why);
        return List.of(new ChangeRequestEvent.Deferred(why, at));
    }

    List<ChangeRequestEvent> implement(Actor by, Reference carrier, Instant at) {
        guard(by, ChangeRequestAction.IMPLEMENT);
        moveTo(ChangeRequestState.IMPLEMENTED);
        baseline = carrier;
        return List.of(new ChangeRequestEvent.Implemented(carrier, at));
    }

    private void decided(Actor by, ChangeRequestState as, String why) {
        moveTo(as);
        decidedBy = by.sub();
        comment = why;
    }

    private void moveTo(ChangeRequestState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    ProjectBaseline first() {
        return Objects.requireNonNull(project().baseline());
    }

    public Reference reference() {
        return new Reference("changeRequest", id.toString(), number, href());
    }

    String href() {
        return project().href() + "/change-requests/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected ChangeRequestView state() {
        return ChangeRequestView.of(this, null);
    }

    @Override
    protected Optional<ChangeRequestState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<ChangeRequestAction> actions() {
        return EnumSet.complementOf(EnumSet.of(ChangeRequestAction.IMPLEMENT));
    }

    @Override
    protected boolean possible(ChangeRequestAction action) {
        return project().isOpen()
                && switch (action) {
                    case EDIT -> state == ChangeRequestState.DRAFT || state == ChangeRequestState.DEFERRED;
                    case SUBMIT -> state.next().contains(ChangeRequestState.SUBMITTED);
                    case ASSESS -> state == ChangeRequestState.SUBMITTED;
                    case APPROVE, REJECT, DEFER -> state == ChangeRequestState.ASSESSED;
                    case IMPLEMENT -> state == ChangeRequestState.APPROVED;
                };
    }

    @Override
    protected void permits(Actor by, ChangeRequestAction action) {
        switch (action) {
            case EDIT, SUBMIT ->
                WRITER_ONLY.require(by.is(createdBy) || project().ledBy(by));
            case ASSESS -> requireLeader(by);
            case APPROVE, REJECT, DEFER -> {
                SPONSOR_OR_OFFICE_DECIDES.require(project().sponsoredBy(by) || by.has(Roles.PORTFOLIO_MANAGER));
                ANOTHER_DECIDES.require(!by.is(createdBy) && !by.is(assessedBy));
            }
            case IMPLEMENT ->
                SPONSOR_OR_OFFICE_DECIDES.require(project().sponsoredBy(by) || by.has(Roles.PORTFOLIO_MANAGER));
        }
    }

    ChangeRequestState requestState() {
        return state;
    }

    String number() {
        return number;
    }

    ChangeText text() {
        return text;
    }

    public Impact impact() {
        return Objects.requireNonNull(impact);
    }

    @Nullable Impact assessed() {
        return impact;
    }

    @Nullable String assessedBy() {
        return assessedBy;
    }

    @Nullable String decidedBy() {
        return decidedBy;
    }

    @Nullable String comment() {
        return comment;
    }

    @Nullable String decision() {
        return decision;
    }

    @Nullable Reference baseline() {
        return baseline;
    }

    @Nullable Reference issue() {
        return issue;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
