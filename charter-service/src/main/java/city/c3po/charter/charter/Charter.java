package city.c3po.charter.charter;

import static city.c3po.charter.charter.CharterRule.AUTHORS_ONLY;
import static city.c3po.charter.charter.CharterRule.CHARTER_COMPLETE;
import static city.c3po.charter.charter.CharterRule.EACH_CRITERION_ONCE;
import static city.c3po.charter.charter.CharterRule.KNOWN_DECISION;
import static city.c3po.charter.charter.CharterRule.LOG_NOT_FULL;
import static city.c3po.charter.charter.CharterRule.NOTHING_AMENDED;
import static city.c3po.charter.charter.CharterRule.NOT_THE_AUTHOR_ALONE;
import static city.c3po.charter.charter.CharterRule.ORDERED_DATES;
import static city.c3po.charter.charter.CharterRule.OWN_PROJECT;
import static city.c3po.charter.charter.CharterRule.REVIEWERS_ONLY;
import static city.c3po.charter.charter.CharterRule.SEATS_FILLED;
import static city.c3po.charter.charter.CharterRule.SEAT_OCCUPIED;
import static city.c3po.charter.charter.CharterRule.SEAT_VACANT;
import static city.c3po.charter.charter.CharterRule.SUCCESSOR_IS_ANOTHER;
import static city.c3po.charter.charter.CharterRule.TITLE_SAID;

import city.c3po.charter.charter.Assessment.Verdict;
import city.c3po.charter.charter.Seat.Vacancy;
import city.c3po.charter.project.Project;
import city.c3po.charter.project.Tier;
import city.c3po.charter.template.CharterTemplate;
import city.c3po.charter.template.SeatRole;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Task;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Fault;
import city.c3po.platform.value.Reference;
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
import java.util.Map;
import java.util.Objects;
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
 * What a project promises, and who promised it. Its authors write it until it is complete; then it is frozen, and each
 * seat signs that very content. What was signed is amended by a new version, never edited. In the end the same persons
 * accept what was delivered; whoever succeeded one of them first adopts the commitment.
 */
@Entity
public class Charter extends Aggregate<CharterAction> {
    private static final int LOG_LIMIT = 500;

    @Id
    private UUID id;

    /** Written as {@code CHA-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('charter_number'))")
    @Column(updatable = false)
    private String number;

    private @Nullable String title;

    @Enumerated(EnumType.STRING)
    private CharterState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private Reference project;

    @Enumerated(EnumType.STRING)
    private Tier tier;

    @JdbcTypeCode(SqlTypes.JSON)
    private Reference template;

    /** The sponsoring one first. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> departments;

    @JdbcTypeCode(SqlTypes.JSON)
    private CharterContent content;

    /** While AMENDING: what shall be in force once it is signed. */
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable CharterContent amendment;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Seat> seats;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Round round;

    private int rounds;
    /** The last version that was frozen. */
    private int contentVersion;

    private @Nullable String contentHash;
    /** The version that was committed first; amendments came after. */
    private @Nullable Integer originalVersion;

    private @Nullable Integer committedVersion;
    private @Nullable String committedHash;
    private @Nullable Instant committedAt;
    private boolean rebaselineRequired;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Acceptance> attempts = List.of();

    private @Nullable Instant acceptedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Session> sessions = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Decision> decisions = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Comment> comments = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> authors = List.of();

    @Column(updatable = false)
    private boolean sampleData;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Charter() {}

    /** @param year of the number, in the city's calendar */
    Charter(
            Actor by,
            Project project,
            CharterTemplate template,
            @Nullable String title,
            CharterContent content,
            boolean sampleData,
            int year,
            Instant at) {
        this.id = Uuid7.next();
        this.number = "CHA-" + year + "-";
        this.state = CharterState.DRAFT;
        this.project = project.reference();
        this.tier = project.tierOrMost();
        this.template = template.reference();
        this.departments = project.departments();
        this.title = title == null ? project.title() : title;
        this.content = content.keyed();
        this.seats = Seats.asked(template.text(), departments, List.of());
        this.sampleData = sampleData;
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    /** @param heads department → its head, as portfolio names them */
    List<CharterEvent> draft(Actor by, Project source, Map<String, String> heads, List<SeatHolding> named, Instant at) {
        OWN_PROJECT.require(by.has(Roles.PORTFOLIO_MANAGER)
                || by.is(source.ppm())
                || departments.stream().anyMatch(by::speaksFor));
        requireSound(content);
        authors = and(by);
        for (var holding : named) {
            seats = Seats.with(
                    seats, holding.seat(), seat -> seat.heldBy(holding.person(), holding.authorityBasis(), at));
        }
        var sponsor = SeatRole.EXECUTIVE_SPONSOR.key(null);
        seats = Seats.filled(seats, sponsor, source.sponsor(), "Sponsor of the project", at);
        for (var role : List.of(SeatRole.PPM, SeatRole.PROJECT_LEAD)) {
            seats = Seats.filled(seats, role.key(null), source.ppm(), "Assigned to the project", at);
        }
        for (var department : departments) {
            seats = Seats.filled(
                    seats,
                    SeatRole.DEPARTMENT_HEAD.key(department),
                    heads.get(department),
                    "Head of " + department,
                    at);
        }
        Seats.requireSponsorApart(seats);
        return List.of(new CharterEvent.Drafted(project, at));
    }

    List<CharterEvent> edit(Actor by, @Nullable String betterTitle, CharterContent better, Instant at) {
        guard(by, CharterAction.EDIT);
        var keyed = better.keyed();
        requireSound(keyed);
        if (keyed.equals(content) && Objects.equals(betterTitle, title)) {
            return List.of();
        }
        title = betterTitle;
        content = keyed;
        authors = and(by);
        return List.of(new CharterEvent.Edited(at));
    }

    List<CharterEvent> upgradeTemplate(Actor by, CharterTemplate newer, Instant at) {
        guard(by, CharterAction.UPGRADE_TEMPLATE);
        if (newer.reference().equals(template)) {
            return List.of();
        }
        var before = template;
        template = newer.reference();
        seats = Seats.asked(newer.text(), departments, seats);
        return List.of(new CharterEvent.TemplateUpgraded(before, template, at));
    }

    List<CharterEvent> assignSeat(Actor by, String key, String person, @Nullable String basis, Instant at) {
        guard(by, CharterAction.ASSIGN_SEAT);
        var before = seats;
        var formerly = Seats.require(seats, key).person();
        seats = Seats.with(seats, key, seat -> seat.heldBy(person, basis, at));
        return before.equals(seats) ? List.of() : List.of(new CharterEvent.SeatAssigned(key, person, formerly, at));
    }

    List<CharterEvent> submit(Actor by, Instant at) {
        guard(by, CharterAction.SUBMIT);
        TITLE_SAID.require(title != null && !title.isBlank());
        moveTo(CharterState.IN_REVIEW);
        return List.of(new CharterEvent.Submitted(at));
    }

    List<CharterEvent> giveBack(Actor by, String comment, Instant at) {
        guard(by, CharterAction.RETURN);
        moveTo(CharterState.DRAFT);
        comment(by, CharterAction.RETURN, comment, at);
        return List.of(new CharterEvent.Returned(comment, at));
    }

    /** Freezes the content: from here on each seat is asked to sign this hash. */
    public List<CharterEvent> startCommitment(
            Actor by, Completeness completeness, String hash, Instant due, Instant at) {
        guard(by, CharterAction.COMMIT);
        if (!completeness.full()) {
            throw CHARTER_COMPLETE.violated(completeness.faults());
        }
        requireSeatsFilled();
        moveTo(CharterState.COMMITTING);
        contentVersion++;
        contentHash = hash;
        startRound(Purpose.COMMIT, contentVersion, hash, due, at);
        return List.of(new CharterEvent.VersionFrozen(contentVersion, hash, at));
    }

    /** @param changed pointers that the amendment changes */
    public List<CharterEvent> startAmendment(
            Actor by,
            CharterContent better,
            String reason,
            List<String> changed,
            Completeness completeness,
            String hash,
            Instant due,
            Instant at) {
        guard(by, CharterAction.AMEND);
        requireSound(better);
        NOTHING_AMENDED.require(!changed.isEmpty());
        if (!completeness.full()) {
            throw CHARTER_COMPLETE.violated(completeness.faults());
        }
        requireSeatsFilled();
        moveTo(CharterState.AMENDING);
        amendment = better;
        contentVersion++;
        contentHash = hash;
        startRound(Purpose.AMEND, contentVersion, hash, due, at);
        var rebaseline = changesApproach(better);
        return List.of(
                new CharterEvent.AmendmentStarted(reason, rebaseline, changed, at),
                new CharterEvent.VersionFrozen(contentVersion, hash, at));
    }

    private boolean changesApproach(CharterContent better) {
        return better.approachKind() != content.approachKind();
    }

    private void requireSeatsFilled() {
        var vacant = seats.stream()
                .filter(seat -> seat.mandatory() && seat.person() == null)
                .map(Seat::key)
                .toList();
        SEATS_FILLED.require(vacant.isEmpty(), Map.of("seats", vacant));
        Seats.requireSponsorApart(seats);
        NOT_THE_AUTHOR_ALONE.require(seats.stream()
                .map(Seat::person)
                .filter(Objects::nonNull)
                .anyMatch(person -> authors.size() != 1 || !authors.contains(person)));
    }

    private void startRound(Purpose purpose, int of, String hash, Instant due, Instant at) {
        rounds++;
        round = new Round(purpose, rounds, of, hash, at, due);
    }

    /** Every mandatory seat signed: seat → who signed, for whom. */
    public List<CharterEvent> commitmentSigned(Actor by, Map<String, String> signers, Instant at) {
        permits(by, CharterAction.FOLLOW_SIGNATURES);
        var over = Objects.requireNonNull(round);
        NOT_THE_AUTHOR_ALONE.require(
                signers.values().stream().anyMatch(person -> authors.size() != 1 || !authors.contains(person)));
        boolean amended = state == CharterState.AMENDING;
        boolean rebaseline = amended && changesApproach(Objects.requireNonNull(amendment));
        moveTo(CharterState.COMMITTED);
        if (amended) {
            content = Objects.requireNonNull(amendment);
            amendment = null;
            rebaselineRequired |= rebaseline;
        }
        originalVersion = originalVersion == null ? Integer.valueOf(over.of()) : originalVersion;
        committedVersion = over.of();
        committedHash = over.hash();
        committedAt = committedAt == null ? at : committedAt;
        seats = seats.stream()
                .map(seat -> seat.signed(signers.getOrDefault(seat.key(), seat.committedBy()), null, null))
                .toList();
        round = null;
        return List.of(
                amended
                        ? new CharterEvent.Amended(over.of(), over.hash(), rebaseline, at)
                        : new CharterEvent.Committed(over.of(), over.hash(), at));
    }

    /**
     * Nobody is asked any more: the draft is a draft again, the version in force stays in force, the attempt has failed.
     *
     * @param toTell everybody who signed, and the requester
     */
    public List<CharterEvent> endSigning(
            Actor by,
            Ending cause,
            @Nullable String reason,
            List<String> toTell,
            @Nullable LocalDate cureUntil,
            Instant at) {
        if (cause == Ending.RECALLED) {
            guard(by, CharterAction.RECALL);
        } else {
            permits(by, CharterAction.FOLLOW_SIGNATURES);
        }
        var over = Objects.requireNonNull(round);
        comment(by, CharterAction.RECALL, reason, at);
        round = null;
        var told = Stream.concat(toTell.stream(), authors.stream())
                .distinct()
                .sorted()
                .toList();
        var ended = new CharterEvent.SigningEnded(over.purpose(), cause, reason, told, at);
        return switch (state) {
            case COMMITTING -> {
                moveTo(CharterState.DRAFT);
                contentHash = null;
                yield List.of(ended);
            }
            case AMENDING -> {
                moveTo(CharterState.COMMITTED);
                amendment = null;
                contentHash = committedHash;
                yield List.of(ended);
            }
            case ACCEPTING -> {
                if (cause == Ending.RECALLED) {
                    replaceAttempt(attempt().stated(attempt().actuals(), null));
                    yield List.of(ended);
                }
                yield List.of(ended, notAccepted(cause, cureUntil, at));
            }
            case DRAFT, IN_REVIEW, COMMITTED, ACCEPTED, ACCEPTED_WITH_EXCEPTIONS, NOT_ACCEPTED, CLOSED, CANCELLED ->
                throw new IllegalStateException("nobody is asked to sign in " + state);
        };
    }

    public List<CharterEvent> vacateSeat(Actor by, String key, Vacancy why, Instant at) {
        guard(by, CharterAction.VACATE_SEAT);
        var leaving = Seats.require(seats, key).person();
        SEAT_VACANT.require(leaving != null);
        seats = Seats.with(seats, key, seat -> seat.vacated(why, at));
        return List.of(new CharterEvent.SeatVacated(key, Objects.requireNonNull(leaving), why, at));
    }

    public List<CharterEvent> appoint(Actor by, String key, String successor, String basis, Instant at) {
        guard(by, CharterAction.APPOINT);
        var seat = Seats.require(seats, key);
        SEAT_OCCUPIED.require(seat.person() == null);
        SUCCESSOR_IS_ANOTHER.require(
                seat.formerly().isEmpty() || !seat.formerly().getLast().person().equals(successor));
        seats = Seats.with(seats, key, vacant -> vacant.heldBy(successor, basis, at));
        return List.of(new CharterEvent.Appointed(key, successor, at));
    }

    public List<CharterEvent> adoptedBy(Actor by, String key, String person, Instant at) {
        permits(by, CharterAction.FOLLOW_SIGNATURES);
        seats = Seats.with(seats, key, seat -> seat.signed(seat.committedBy(), person, seat.acceptedBy()));
        return List.of(new CharterEvent.CommitmentAdopted(key, person, Objects.requireNonNull(committedHash), at));
    }

    // acceptance

    public List<CharterEvent> startAcceptance(Actor by, Instant at) {
        guard(by, CharterAction.START_ACCEPTANCE);
        moveTo(CharterState.ACCEPTING);
        var fresh = new Acceptance(attempts.size() + 1, at, List.of(), null, null, null);
        attempts = Stream.concat(attempts.stream(), Stream.of(fresh)).toList();
        seats = seats.stream()
                .map(seat -> seat.signed(seat.committedBy(), seat.adoptedBy(), null))
                .toList();
        return List.of(new CharterEvent.AcceptanceStarted(fresh.attempt(), at));
    }

    public List<CharterEvent> assess(Actor by, Assessment assessment, Instant at) {
        guard(by, CharterAction.ASSESS);
        replaceAttempt(attempt().with(assessment));
        return List.of(new CharterEvent.CriterionAssessed(attempt().attempt(), assessment, at));
    }

    public List<CharterEvent> stateDelivery(
            Actor by, Acceptance.@Nullable Actuals actuals, String statementHash, Instant due, Instant at) {
        guard(by, CharterAction.STATE_DELIVERY);
        replaceAttempt(attempt().stated(actuals, statementHash));
        startRound(Purpose.ACCEPT, attempt().attempt(), statementHash, due, at);
        return List.of(new CharterEvent.DeliveryStated(attempt().attempt(), statementHash, at));
    }

    public List<CharterEvent> acceptanceSigned(
            Actor by, Map<String, String> signers, @Nullable LocalDate cureUntil, Instant at) {
        permits(by, CharterAction.FOLLOW_SIGNATURES);
        var over = Objects.requireNonNull(round);
        round = null;
        seats = seats.stream()
                .map(seat -> seat.signed(seat.committedBy(), seat.adoptedBy(), signers.get(seat.key())))
                .toList();
        if (!attempt().criteria(Verdict.FAIL).isEmpty()) {
            return List.of(notAccepted(Ending.FAILED, cureUntil, at));
        }
        acceptedAt = at;
        var deferred = attempt().criteria(Verdict.DEFERRED);
        if (deferred.isEmpty()) {
            moveTo(CharterState.ACCEPTED);
            return List.of(new CharterEvent.Accepted(attempt().attempt(), over.hash(), at));
        }
        moveTo(CharterState.ACCEPTED_WITH_EXCEPTIONS);
        return List.of(new CharterEvent.AcceptedWithExceptions(attempt().attempt(), over.hash(), deferred, at));
    }

    private CharterEvent notAccepted(Ending cause, @Nullable LocalDate cureUntil, Instant at) {
        moveTo(CharterState.NOT_ACCEPTED);
        if (cureUntil != null) {
            replaceAttempt(attempt().toBeCured(cureUntil));
        }
        return new CharterEvent.NotAccepted(
                attempt().attempt(), cause, attempt().criteria(Verdict.FAIL), cureUntil, at);
    }

    public List<CharterEvent> resolve(Actor by, Assessment settled, Instant at) {
        guard(by, CharterAction.RESOLVE);
        replaceAttempt(attempt().with(settled));
        var resolved = new CharterEvent.ExceptionResolved(attempt().attempt(), settled, at);
        if (!attempt().criteria(Verdict.DEFERRED).isEmpty()) {
            return List.of(resolved);
        }
        moveTo(CharterState.ACCEPTED);
        return List.of(
                resolved,
                new CharterEvent.Accepted(attempt().attempt(), attempt().statementHash(), at));
    }

    List<CharterEvent> terminate(Actor by, String reason, Instant at) {
        guard(by, CharterAction.TERMINATE);
        moveTo(CharterState.CLOSED);
        comment(by, CharterAction.TERMINATE, reason, at);
        return List.of(new CharterEvent.Closed(reason, at));
    }

    List<CharterEvent> close(Actor by, Instant at) {
        guard(by, CharterAction.CLOSE);
        moveTo(CharterState.CLOSED);
        return List.of(new CharterEvent.Closed(null, at));
    }

    public List<CharterEvent> cancel(Actor by, String reason, Instant at) {
        guard(by, CharterAction.CANCEL);
        var from = state;
        moveTo(CharterState.CANCELLED);
        round = null;
        comment(by, CharterAction.CANCEL, reason, at);
        return List.of(new CharterEvent.Cancelled(from, reason, at));
    }

    // the log

    List<CharterEvent> hold(Actor by, Session session, Instant at) {
        guard(by, CharterAction.RECORD_SESSION);
        LOG_NOT_FULL.require(sessions.size() < LOG_LIMIT);
        sessions = Stream.concat(sessions.stream(), Stream.of(session)).toList();
        return List.of(new CharterEvent.SessionHeld(session, at));
    }

    List<CharterEvent> decide(Actor by, Decision decision, Instant at) {
        guard(by, CharterAction.RECORD_DECISION);
        LOG_NOT_FULL.require(decisions.size() < LOG_LIMIT);
        var over = decision.supersedes();
        KNOWN_DECISION.require(over == null || (over >= 1 && over <= decisions.size()));
        decisions = Stream.concat(decisions.stream(), Stream.of(decision)).toList();
        return List.of(new CharterEvent.DecisionRecorded(decision, at));
    }

    private void requireSound(CharterContent said) {
        var faults = new ArrayList<Fault>();
        if (!said.repeatedKeys().isEmpty()) {
            faults.add(EACH_CRITERION_ONCE.at("/content/product/what/deliverables"));
        }
        said.when().ifPresent(when -> {
            if (when.start() != null && when.finish() != null && when.finish().isBefore(when.start())) {
                faults.add(ORDERED_DATES.at("/content/project/when/finish"));
            }
        });
        if (!faults.isEmpty()) {
            throw Convention.INVALID_VALUES.violated(faults);
        }
    }

    private void moveTo(CharterState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    private void replaceAttempt(Acceptance present) {
        attempts = Stream.concat(attempts.stream().limit(attempts.size() - 1L), Stream.of(present))
                .toList();
    }

    private void comment(Actor by, CharterAction action, @Nullable String text, Instant at) {
        if (text != null) {
            comments = Stream.concat(comments.stream(), Stream.of(new Comment(action, text, by.sub(), at)))
                    .toList();
        }
    }

    /** A new list, because Hibernate compares a JSON value with the one it loaded. */
    private List<String> and(Actor by) {
        return Stream.concat(authors.stream(), Stream.of(by.sub()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Permission and state, before anything is read or frozen for the verb. */
    public void requirePossible(Actor by, CharterAction action) {
        guard(by, action);
    }

    public Reference reference() {
        return new Reference("charter", id.toString(), number, href());
    }

    public String href() {
        return "/v1/charters/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    /** The city's own people; whoever wrote it or holds a seat, whatever their role. */
    @Override
    protected Access access() {
        var people = Stream.of(
                        authors.stream(),
                        Stream.of(createdBy),
                        seats.stream().map(Seat::person).filter(Objects::nonNull))
                .flatMap(some -> some)
                .toList();
        return new Access(Access.Classification.INTERNAL, departments, people, null, List.of(), List.of());
    }

    /** The same for the records that belong to it: sign-offs, documents. */
    public Access accessOfParts() {
        return access();
    }

    @Override
    protected CharterView state() {
        return CharterView.of(this, null, null);
    }

    @Override
    protected Optional<CharterState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<CharterAction> actions() {
        var actions = EnumSet.allOf(CharterAction.class);
        actions.remove(CharterAction.FOLLOW_SIGNATURES);
        return actions;
    }

    @Override
    protected boolean possible(CharterAction action) {
        return action.possibleFrom(state)
                && switch (action) {
                    case RECALL -> round != null;
                    case ASSESS, STATE_DELIVERY -> round == null;
                    case EDIT,
                            UPGRADE_TEMPLATE,
                            ASSIGN_SEAT,
                            SUBMIT,
                            RETURN,
                            COMMIT,
                            AMEND,
                            VACATE_SEAT,
                            APPOINT,
                            START_ACCEPTANCE,
                            RESOLVE,
                            TERMINATE,
                            CLOSE,
                            CANCEL,
                            RECORD_SESSION,
                            RECORD_DECISION,
                            FOLLOW_SIGNATURES -> true;
                };
    }

    @Override
    protected void permits(Actor by, CharterAction action) {
        switch (action.side()) {
            case AUTHORS -> AUTHORS_ONLY.require(isAuthor(by) || isConcerned(by, action));
            case REVIEWERS -> REVIEWERS_ONLY.require(by.has(Roles.PORTFOLIO_MANAGER) || holdsSeat(by));
            case CEREMONY -> {}
        }
    }

    private boolean isAuthor(Actor by) {
        return authors.contains(by.sub())
                || by.is(createdBy)
                || by.has(Roles.PORTFOLIO_MANAGER)
                || (by.has(Roles.SUBMITTER) && departments.stream().anyMatch(by::speaksFor))
                || seats.stream()
                        .filter(seat -> seat.role() == SeatRole.PPM || seat.role() == SeatRole.PROJECT_LEAD)
                        .anyMatch(seat -> by.is(seat.person()));
    }

    /** The sponsor, who alone may waive a criterion; and whoever settles a deferred one. */
    private boolean isConcerned(Actor by, CharterAction action) {
        return switch (action) {
            case ASSESS ->
                Seats.holder(seats, SeatRole.EXECUTIVE_SPONSOR).filter(by::is).isPresent();
            case RESOLVE ->
                !attempts.isEmpty()
                        && attempt().assessments().stream()
                                .anyMatch(assessment ->
                                        assessment.verdict() == Verdict.DEFERRED && by.is(assessment.owner()));
            case EDIT,
                    UPGRADE_TEMPLATE,
                    ASSIGN_SEAT,
                    SUBMIT,
                    RETURN,
                    COMMIT,
                    RECALL,
                    AMEND,
                    VACATE_SEAT,
                    APPOINT,
                    START_ACCEPTANCE,
                    STATE_DELIVERY,
                    TERMINATE,
                    CLOSE,
                    CANCEL,
                    RECORD_SESSION,
                    RECORD_DECISION,
                    FOLLOW_SIGNATURES -> false;
        };
    }

    /** What awaits whom: deferred criteria until they are settled. Signing awaits people by their sign-offs. */
    @Override
    protected List<Task> tasks() {
        return attempts.isEmpty()
                ? List.of()
                : attempt().assessments().stream()
                        .filter(assessment -> assessment.owner() != null)
                        .map(assessment -> new Task(
                                id + "/deferred/" + assessment.criterion(),
                                Objects.requireNonNull(assessment.owner()),
                                "Settle criterion " + assessment.criterion() + " by " + assessment.due(),
                                href() + "/acceptance",
                                null,
                                assessment.verdict() != Verdict.DEFERRED
                                        || state == CharterState.CLOSED
                                        || state == CharterState.CANCELLED))
                        .toList();
    }

    /** Whether this person has a part in it: wrote it, runs it or holds a seat. */
    public boolean concerns(Actor by) {
        return isAuthor(by) || holdsSeat(by);
    }

    /** Whether this person sponsors the project. */
    public boolean isSponsoredBy(Actor by) {
        return Seats.holder(seats, SeatRole.EXECUTIVE_SPONSOR).filter(by::is).isPresent();
    }

    private boolean holdsSeat(Actor by) {
        return seats.stream().anyMatch(seat -> by.is(seat.person()));
    }

    String number() {
        return number;
    }

    public @Nullable String title() {
        return title;
    }

    public CharterState charterState() {
        return state;
    }

    public Reference project() {
        return project;
    }

    public Tier tier() {
        return tier;
    }

    public Reference template() {
        return template;
    }

    public List<String> departments() {
        return departments;
    }

    public CharterContent content() {
        return content;
    }

    CharterContent amendmentOrAbsent() {
        return Optional.ofNullable(amendment).orElseThrow(Convention.NOT_FOUND::violated);
    }

    public List<Seat> seats() {
        return seats;
    }

    public Seat seat(String key) {
        return Seats.require(seats, key);
    }

    public @Nullable Round round() {
        return round;
    }

    /** How often seats were asked to sign something. */
    public int roundCount() {
        return rounds;
    }

    public int contentVersion() {
        return contentVersion;
    }

    @Nullable String contentHash() {
        return contentHash;
    }

    public @Nullable Integer originalVersion() {
        return originalVersion;
    }

    public @Nullable Integer committedVersion() {
        return committedVersion;
    }

    public @Nullable String committedHash() {
        return committedHash;
    }

    @Nullable Instant committedAt() {
        return committedAt;
    }

    boolean rebaselineRequired() {
        return rebaselineRequired;
    }

    public Acceptance attempt() {
        return attempts.getLast();
    }

    public List<Acceptance> attempts() {
        return attempts;
    }

    @Nullable Instant acceptedAt() {
        return acceptedAt;
    }

    public List<Session> sessions() {
        return sessions;
    }

    public List<Decision> decisions() {
        return decisions;
    }

    List<Comment> comments() {
        return comments;
    }

    public List<String> authors() {
        return authors;
    }

    public boolean sampleData() {
        return sampleData;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
