package city.c3po.portfolio.initiative;

import static city.c3po.portfolio.initiative.InitiativeRule.FOUR_EYES;
import static city.c3po.portfolio.initiative.InitiativeRule.OFFICE_ONLY;
import static city.c3po.portfolio.initiative.InitiativeRule.OWN_INITIATIVE;
import static city.c3po.portfolio.initiative.InitiativeRule.SECOND_PERSON_CONFIRMS;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Task;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.triage.Outcome;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 * What is kept of an initiative, who sees it, and who may do what: everything but the verbs, which {@link Initiative}
 * adds.
 */
@MappedSuperclass
public abstract class InitiativeRecord extends Aggregate<InitiativeAction> {
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
    protected InitiativeRecord() {}

    InitiativeRecord(Actor by, Proposal proposal, @Nullable String source, int year, Instant at) {
        this.id = Uuid7.next();
        this.number = "INI-" + year + "-";
        this.state = InitiativeState.DRAFT;
        this.proposal = proposal.settled(Boolean.TRUE.equals(proposal.sampleData()));
        this.source = source;
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    void moveTo(InitiativeState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        if (!InitiativeAction.OVERRIDE_TRIAGE.possibleFrom(next)) {
            triage().voidOverrideRequest();
        }
        state = next;
    }

    void comment(Actor by, InitiativeAction action, @Nullable String text, Instant at) {
        if (text != null) {
            comments = Stream.concat(comments.stream(), Stream.of(new Comment(action, text, by.sub(), at)))
                    .toList();
        }
    }

    boolean isTriagedAs(Outcome wanted) {
        return state == InitiativeState.TRIAGED && triage().outcome() == wanted;
    }

    void saying(Proposal settled) {
        proposal = settled;
    }

    /** A new list, because Hibernate compares a JSON value with the one it loaded. */
    void writtenBy(Actor by) {
        authors = Stream.concat(authors.stream(), Stream.of(by.sub()))
                .distinct()
                .sorted()
                .toList();
    }

    void submitted(Instant at) {
        submittedAt = at;
    }

    void ledBy(String person) {
        ppm = person;
    }

    void duplicates(Reference original) {
        duplicateOf = original;
    }

    void goesOnIn(Reference target) {
        mergedInto = target;
    }

    public Reference reference() {
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
    protected Optional<InitiativeState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<InitiativeAction> actions() {
        return InitiativeAction.BY_HAND;
    }

    @Override
    protected boolean possible(InitiativeAction action) {
        return action.possibleFrom(state)
                && switch (action) {
                    case EDIT,
                            SUBMIT,
                            WITHDRAW,
                            RETURN,
                            ASSIGN_PPM,
                            MARK_DUPLICATE,
                            MERGE,
                            ALIGN,
                            SCORE,
                            DOCKET,
                            DECIDE,
                            CONVERT,
                            CLOSE -> true;
                    case DELEGATE -> triage().outcome() == Outcome.MINOR;
                    case START_REVIEW -> triage().outcome() == Outcome.MAJOR && ppm != null;
                    case ANSWER_LESSON -> !review().lessons().isEmpty();
                    case OVERRIDE_TRIAGE -> triage().overrideRequest() == null;
                    case CONFIRM_OVERRIDE, REJECT_OVERRIDE -> triage().overrideRequest() != null;
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
            case BOARD -> FOUR_EYES.require(!authors.contains(by.sub()));
        }
        var asked = triage().overrideRequest();
        if (action == InitiativeAction.CONFIRM_OVERRIDE && asked != null) {
            SECOND_PERSON_CONFIRMS.require(!by.is(asked.requestedBy()));
        }
    }

    private void requireOffice(Actor by) {
        OFFICE_ONLY.require(by.has(Roles.PORTFOLIO_MANAGER));
        FOUR_EYES.require(!authors.contains(by.sub()));
    }

    boolean isOfTheDepartment(Actor by) {
        return by.is(createdBy)
                || (by.has(Roles.SUBMITTER) && by.speaksFor(proposal.sponsoringDepartment()))
                || (source != null && by.feeds(source));
    }

    /** What awaits the department and the PPM. */
    @Override
    protected List<Task> tasks() {
        var tasks = new ArrayList<Task>();
        if (triage().revision() > 0 && source == null) {
            var open = state == InitiativeState.SUBMITTED || state == InitiativeState.DRAFT;
            var action = state == InitiativeState.DRAFT ? "Rework it and submit it again" : "Answer what is missing";
            tasks.add(new Task(id + "/answers", createdBy, action, href(), null, !open));
        }
        if (ppm != null) {
            tasks.add(new Task(id + "/review", ppm, "Start the review", href(), null, !isTriagedAs(Outcome.MAJOR)));
        }
        return tasks;
    }

    public String number() {
        return number;
    }

    public InitiativeState initiativeState() {
        return state;
    }

    public Proposal proposal() {
        return proposal;
    }

    public abstract InitiativeTriage triage();

    public abstract InitiativeReview review();

    public abstract InitiativeCase boardCase();

    public @Nullable String ppm() {
        return ppm;
    }

    /** Subjects of everybody who wrote any of it. */
    public List<String> authors() {
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

    public @Nullable Instant submittedAt() {
        return submittedAt;
    }
}
