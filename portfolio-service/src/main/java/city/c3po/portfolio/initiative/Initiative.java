package city.c3po.portfolio.initiative;

import static city.c3po.portfolio.initiative.InitiativeRule.FOUR_EYES;
import static city.c3po.portfolio.initiative.InitiativeRule.NEVER_DOWNWARD_BY_THE_DEPARTMENT;
import static city.c3po.portfolio.initiative.InitiativeRule.OFFICE_ONLY;
import static city.c3po.portfolio.initiative.InitiativeRule.OTHER_INITIATIVE;
import static city.c3po.portfolio.initiative.InitiativeRule.OWN_DEPARTMENT;
import static city.c3po.portfolio.initiative.InitiativeRule.OWN_INITIATIVE;
import static city.c3po.portfolio.initiative.InitiativeRule.PPM_ASSIGNED;
import static city.c3po.portfolio.initiative.InitiativeRule.PPM_WROTE_NONE_OF_IT;
import static city.c3po.portfolio.initiative.InitiativeRule.SECOND_PERSON_CONFIRMS;
import static city.c3po.portfolio.initiative.InitiativeRule.TARGET_GOES_ON;
import static city.c3po.portfolio.reference.ReferenceRule.SAMPLE_DATA_IS_FIXED;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Task;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.triage.Outcome;
import city.c3po.portfolio.triage.TriagePolicy;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A department's request for something to be built, bought or changed. The department writes it and may take it back;
 * submitting it has it triaged at once, and so does every revision after that. The office routes it by its class: MINOR
 * back to the department, MAJOR to the review of its PPM. When a later triage gives another class, the route chosen on
 * the former one no longer holds, and the office routes it again.
 */
@Entity
class Initiative extends Aggregate<InitiativeAction> {
    @Id
    private UUID id;

    /** Written as {@code INI-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('initiative_number'))")
    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    private InitiativeState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private Proposal proposal;

    @Embedded
    private InitiativeTriage triage = new InitiativeTriage();

    private @Nullable String ppm;

    /** Everybody who wrote any of it: none of them acts on it for the office. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> authors = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Comment> comments = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Reference duplicateOf;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Reference mergedInto;

    /** The department system that feeds it, if one does. */
    @Column(updatable = false)
    private @Nullable String source;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    private @Nullable Instant submittedAt;

    @SuppressWarnings("NullAway.Init")
    protected Initiative() {}

    /** @param year of the number, in the city's calendar */
    Initiative(Actor by, Proposal proposal, @Nullable String source, int year, Instant at) {
        this.id = Uuid7.next();
        this.number = "INI-" + year + "-";
        this.state = InitiativeState.DRAFT;
        this.proposal = proposal.settled(Boolean.TRUE.equals(proposal.sampleData()));
        this.source = source;
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    List<InitiativeEvent> draft(Actor by, Instant at) {
        requireOwnDepartment(by, proposal);
        proposal.requireSound();
        authors = and(by);
        return List.of(new InitiativeEvent.Drafted(proposal.title(), proposal.sponsoringDepartment(), at));
    }

    /**
     * A draft is simply rewritten; what was submitted gets a revision, which is triaged at once. Saying the same again is
     * no change.
     */
    List<InitiativeEvent> edit(Actor by, Proposal better, Supplier<TriagePolicy> inForce, Instant at) {
        guard(by, InitiativeAction.EDIT);
        if (!better.sponsoringDepartment().equals(proposal.sponsoringDepartment())) {
            requireOwnDepartment(by, better);
        }
        SAMPLE_DATA_IS_FIXED.require(
                better.sampleData() == null || better.sampleData().equals(proposal.sampleData()));
        better.requireSound();
        var settled = better.settled(Boolean.TRUE.equals(proposal.sampleData()));
        if (settled.equals(proposal)) {
            return List.of();
        }
        proposal = settled;
        authors = and(by);
        if (state == InitiativeState.DRAFT) {
            return List.of(new InitiativeEvent.Edited(at));
        }
        return and(new InitiativeEvent.Revised(triage.nextRevision(), at), triageBy(inForce.get(), at));
    }

    List<InitiativeEvent> submit(Actor by, Supplier<TriagePolicy> inForce, Instant at) {
        guard(by, InitiativeAction.SUBMIT);
        moveTo(InitiativeState.SUBMITTED);
        authors = and(by);
        submittedAt = at;
        return and(new InitiativeEvent.Submitted(triage.nextRevision(), at), triageBy(inForce.get(), at));
    }

    List<InitiativeEvent> withdraw(Actor by, String reason, Instant at) {
        guard(by, InitiativeAction.WITHDRAW);
        var from = state;
        moveTo(InitiativeState.WITHDRAWN);
        comment(by, InitiativeAction.WITHDRAW, reason, at);
        return List.of(new InitiativeEvent.Withdrawn(from, reason, at));
    }

    List<InitiativeEvent> giveBack(Actor by, String comment, Instant at) {
        guard(by, InitiativeAction.RETURN);
        var from = state;
        moveTo(InitiativeState.DRAFT);
        comment(by, InitiativeAction.RETURN, comment, at);
        return List.of(new InitiativeEvent.Returned(from, comment, at));
    }

    List<InitiativeEvent> assignPpm(Actor by, String person, Instant at) {
        guard(by, InitiativeAction.ASSIGN_PPM);
        PPM_WROTE_NONE_OF_IT.require(!authors.contains(person));
        if (person.equals(ppm)) {
            return List.of();
        }
        var formerly = ppm;
        ppm = person;
        return List.of(new InitiativeEvent.PpmAssigned(person, formerly, at));
    }

    List<InitiativeEvent> delegate(Actor by, Instant at) {
        guard(by, InitiativeAction.DELEGATE);
        moveTo(InitiativeState.DELEGATED);
        return List.of(new InitiativeEvent.Delegated(proposal.sponsoringDepartment(), at));
    }

    List<InitiativeEvent> startReview(Actor by, Instant at) {
        permits(by, InitiativeAction.START_REVIEW);
        // said before the general refusal, because assigning one is what helps
        PPM_ASSIGNED.require(ppm != null || !isTriagedAs(Outcome.MAJOR));
        guard(by, InitiativeAction.START_REVIEW);
        PPM_WROTE_NONE_OF_IT.require(!authors.contains(ppm));
        moveTo(InitiativeState.UNDER_REVIEW);
        return List.of(new InitiativeEvent.ReviewStarted(Objects.requireNonNull(ppm), at));
    }

    /** The criteria do not tell the whole story, says one person; a second must agree. */
    List<InitiativeEvent> overrideTriage(Actor by, Outcome to, String reason, Instant at) {
        guard(by, InitiativeAction.OVERRIDE_TRIAGE);
        NEVER_DOWNWARD_BY_THE_DEPARTMENT.require(to == Outcome.MAJOR || !isOfTheDepartment(by));
        return List.of(triage.requestOverride(by, to, reason, at));
    }

    List<InitiativeEvent> confirmOverride(Actor by, Instant at) {
        guard(by, InitiativeAction.CONFIRM_OVERRIDE);
        var before = triage.outcome();
        return and(triage.confirmOverride(by, at), routeAfter(before, at));
    }

    List<InitiativeEvent> rejectOverride(Actor by, String comment, Instant at) {
        guard(by, InitiativeAction.REJECT_OVERRIDE);
        comment(by, InitiativeAction.REJECT_OVERRIDE, comment, at);
        return List.of(triage.rejectOverride(comment, at));
    }

    /** @param original goes on; since it must, no chain of duplicates ever closes to a ring */
    List<InitiativeEvent> markDuplicate(Actor by, Initiative original, @Nullable String comment, Instant at) {
        guard(by, InitiativeAction.MARK_DUPLICATE);
        requireGoesOn(original);
        moveTo(InitiativeState.DUPLICATE);
        duplicateOf = original.reference();
        comment(by, InitiativeAction.MARK_DUPLICATE, comment, at);
        return List.of(new InitiativeEvent.DuplicateMarked(original.reference(), comment, at));
    }

    /** @param target goes on, with this one inside it */
    List<InitiativeEvent> merge(Actor by, Initiative target, @Nullable String comment, Instant at) {
        guard(by, InitiativeAction.MERGE);
        requireGoesOn(target);
        moveTo(InitiativeState.MERGED);
        mergedInto = target.reference();
        comment(by, InitiativeAction.MERGE, comment, at);
        return List.of(new InitiativeEvent.Merged(target.reference(), comment, at));
    }

    private List<InitiativeEvent> triageBy(TriagePolicy policy, Instant at) {
        var before = triage.outcome();
        var fresh = triage.by(policy, proposal.triageInputs(), at);
        return and(new InitiativeEvent.Triaged(fresh, at), routeAfter(before, at));
    }

    /** A route that was chosen on another class no longer holds: the office chooses again. */
    private List<InitiativeEvent> routeAfter(Outcome before, Instant at) {
        var now = triage.outcome();
        if (now != before || state == InitiativeState.SUBMITTED) {
            var waiting = now == Outcome.NEEDS_INFORMATION ? InitiativeState.SUBMITTED : InitiativeState.TRIAGED;
            if (state != waiting) {
                moveTo(waiting);
            }
        }
        return before == Outcome.NEEDS_INFORMATION || now == before
                ? List.of()
                : List.of(new InitiativeEvent.Reclassified(before, now, at));
    }

    private static void requireOwnDepartment(Actor by, Proposal proposal) {
        OWN_DEPARTMENT.require(by.has(Roles.FEEDER) || by.speaksFor(proposal.sponsoringDepartment()));
    }

    private void requireGoesOn(Initiative target) {
        OTHER_INITIATIVE.require(!target.id.equals(id));
        TARGET_GOES_ON.require(target.state.isLive(), Map.of("target", target.reference(), "state", target.state));
    }

    private void moveTo(InitiativeState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        if (!InitiativeAction.OVERRIDE_TRIAGE.possibleFrom(next)) {
            triage.voidOverrideRequest();
        }
        state = next;
    }

    private void comment(Actor by, InitiativeAction action, @Nullable String text, Instant at) {
        if (text != null) {
            comments = Stream.concat(comments.stream(), Stream.of(new Comment(action, text, by.sub(), at)))
                    .toList();
        }
    }

    private boolean isTriagedAs(Outcome wanted) {
        return state == InitiativeState.TRIAGED && triage.outcome() == wanted;
    }

    /** A new list, because Hibernate compares a JSON value with the one it loaded. */
    private List<String> and(Actor by) {
        return Stream.concat(authors.stream(), Stream.of(by.sub()))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<InitiativeEvent> and(InitiativeEvent first, List<InitiativeEvent> more) {
        var all = new ArrayList<InitiativeEvent>();
        all.add(first);
        all.addAll(more);
        return all;
    }

    Reference reference() {
        return new Reference("initiative", id.toString(), number, href());
    }

    String href() {
        return "/v1/initiatives/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    /** The city's own people; of the systems only the one that feeds it. */
    @Override
    protected Access access() {
        var people = Stream.concat(Stream.of(createdBy), Stream.ofNullable(ppm)).toList();
        return new Access(
                Access.Classification.INTERNAL,
                proposal.departments(),
                people,
                null,
                List.of(),
                source == null ? List.of() : List.of(source));
    }

    @Override
    protected InitiativeView state() {
        return InitiativeView.of(this, null);
    }

    @Override
    protected Optional<InitiativeState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<InitiativeAction> actions() {
        return EnumSet.allOf(InitiativeAction.class);
    }

    @Override
    protected boolean possible(InitiativeAction action) {
        return action.possibleFrom(state)
                && switch (action) {
                    case EDIT, SUBMIT, WITHDRAW, RETURN, ASSIGN_PPM, MARK_DUPLICATE, MERGE -> true;
                    case DELEGATE -> triage.outcome() == Outcome.MINOR;
                    case START_REVIEW -> triage.outcome() == Outcome.MAJOR && ppm != null;
                    case OVERRIDE_TRIAGE -> triage.overrideRequest() == null;
                    case CONFIRM_OVERRIDE, REJECT_OVERRIDE -> triage.overrideRequest() != null;
                };
    }

    @Override
    protected void permits(Actor by, InitiativeAction action) {
        switch (action.side()) {
            case DEPARTMENT -> OWN_INITIATIVE.require(isOfTheDepartment(by));
            case OFFICE -> requireOffice(by);
            case EITHER -> {
                if (!isOfTheDepartment(by)) {
                    requireOffice(by);
                }
            }
        }
        var asked = triage.overrideRequest();
        if (action == InitiativeAction.CONFIRM_OVERRIDE && asked != null) {
            SECOND_PERSON_CONFIRMS.require(!by.is(asked.requestedBy()));
        }
    }

    private void requireOffice(Actor by) {
        OFFICE_ONLY.require(by.has(Roles.PORTFOLIO_MANAGER));
        FOUR_EYES.require(!authors.contains(by.sub()));
    }

    private boolean isOfTheDepartment(Actor by) {
        return by.is(createdBy)
                || (by.has(Roles.SUBMITTER) && by.speaksFor(proposal.sponsoringDepartment()))
                || (source != null && by.feeds(source));
    }

    /** What awaits the department and the PPM. */
    @Override
    protected List<Task> tasks() {
        var tasks = new ArrayList<Task>();
        if (triage.revision() > 0 && source == null) {
            var open = state == InitiativeState.SUBMITTED || state == InitiativeState.DRAFT;
            var action = state == InitiativeState.DRAFT ? "Rework it and submit it again" : "Answer what is missing";
            tasks.add(new Task(id + "/answers", createdBy, action, href(), null, !open));
        }
        if (ppm != null) {
            tasks.add(new Task(id + "/review", ppm, "Start the review", href(), null, !isTriagedAs(Outcome.MAJOR)));
        }
        return tasks;
    }

    String number() {
        return number;
    }

    InitiativeState initiativeState() {
        return state;
    }

    Proposal proposal() {
        return proposal;
    }

    InitiativeTriage triage() {
        return triage;
    }

    @Nullable String ppm() {
        return ppm;
    }

    List<String> authors() {
        return authors;
    }

    List<Comment> comments() {
        return comments;
    }

    @Nullable Reference duplicateOf() {
        return duplicateOf;
    }

    @Nullable Reference mergedInto() {
        return mergedInto;
    }

    @Nullable String source() {
        return source;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable Instant submittedAt() {
        return submittedAt;
    }
}
