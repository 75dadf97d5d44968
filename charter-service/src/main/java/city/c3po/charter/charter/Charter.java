package city.c3po.charter.charter;

import static city.c3po.charter.charter.CharterRule.AUTHORS_ONLY;
import static city.c3po.charter.charter.CharterRule.CHARTER_COMPLETE;
import static city.c3po.charter.charter.CharterRule.OWN_PROJECT;
import static city.c3po.charter.charter.CharterRule.REVIEWERS_ONLY;

import city.c3po.charter.charter.Assessment.Verdict;
import city.c3po.charter.charter.Seat.Vacancy;
import city.c3po.charter.project.Project;
import city.c3po.charter.project.Tier;
import city.c3po.charter.template.CharterTemplate;
import city.c3po.charter.template.SeatRole;
import city.c3po.charter.template.TemplateText;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Task;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
 * What a project promises, and who promised it. Its authors write it until it is complete; then it is frozen, and each
 * seat signs that very content. What was signed is amended by a new version, never edited. In the end the same persons
 * accept what was delivered; whoever succeeded one of them first adopts the commitment.
 *
 * <p>This is who may do what, and which state follows. What each part holds and how it changes is told by {@link Wording},
 * {@link Roster}, {@link Rounds}, {@link Commitment}, {@link Attempts} and {@link CharterLog}.
 */
@Entity
public class Charter extends Aggregate<CharterAction> {
    @Id
    private UUID id;

    /** Written as {@code CHA-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('charter_number'))")
    @Column(updatable = false)
    private String number;

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

    @Embedded
    private Wording wording;

    @Embedded
    private Roster roster;

    @Embedded
    private Rounds rounds = new Rounds();

    @Embedded
    private Commitment commitment = new Commitment();

    @Embedded
    private Attempts attempts = new Attempts();

    @Embedded
    private CharterLog log = new CharterLog();

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
        this.wording = new Wording(title == null ? project.title() : title, content);
        this.roster = new Roster(template.text(), departments);
        this.sampleData = sampleData;
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    /** @param heads department → its head, as portfolio names them */
    List<CharterEvent> draft(Actor by, Project source, Map<String, String> heads, List<SeatHolding> named, Instant at) {
        OWN_PROJECT.require(by.has(Roles.PORTFOLIO_MANAGER)
                || by.is(source.ppm())
                || departments.stream().anyMatch(by::speaksFor));
        wording.first(by);
        roster.name(named, at);
        roster.fill(source, heads, at);
        roster.requireSponsorApart();
        return List.of(new CharterEvent.Drafted(project, at));
    }

    List<CharterEvent> edit(Actor by, @Nullable String title, CharterContent better, Instant at) {
        guard(by, CharterAction.EDIT);
        return wording.edit(by, title, better, at).stream().toList();
    }

    List<CharterEvent> upgradeTemplate(Actor by, CharterTemplate newer, Instant at) {
        guard(by, CharterAction.UPGRADE_TEMPLATE);
        if (newer.reference().equals(template)) {
            return List.of();
        }
        var before = template;
        template = newer.reference();
        roster.ask(newer.text(), departments);
        return List.of(new CharterEvent.TemplateUpgraded(before, template, at));
    }

    List<CharterEvent> assignSeat(Actor by, String key, String person, @Nullable String basis, Instant at) {
        guard(by, CharterAction.ASSIGN_SEAT);
        return roster.assign(key, person, basis, at).stream().toList();
    }

    /**
     * Whoever is concerned by the project is concerned by its charter at any time. Seats follow only as long as nobody
     * was asked to sign.
     */
    List<CharterEvent> follow(Actor by, Project told, TemplateText asked, Map<String, String> heads, Instant at) {
        guard(by, CharterAction.FOLLOW_PROJECT);
        var before = List.of(departments, roster.seats());
        departments = told.departments();
        if (state == CharterState.DRAFT || state == CharterState.IN_REVIEW) {
            roster.ask(asked, departments);
            roster.follow(told, heads, at);
        }
        return before.equals(List.of(departments, roster.seats()))
                ? List.of()
                : List.of(new CharterEvent.ProjectFollowed(departments, at));
    }

    List<CharterEvent> submit(Actor by, Instant at) {
        guard(by, CharterAction.SUBMIT);
        wording.requireTitle();
        moveTo(CharterState.IN_REVIEW);
        return List.of(new CharterEvent.Submitted(at));
    }

    List<CharterEvent> giveBack(Actor by, String comment, Instant at) {
        guard(by, CharterAction.RETURN);
        moveTo(CharterState.DRAFT);
        log.comment(by, CharterAction.RETURN, comment, at);
        return List.of(new CharterEvent.Returned(comment, at));
    }

    /** Freezes the content: from here on each seat is asked to sign this hash. */
    public List<CharterEvent> startCommitment(
            Actor by, Completeness completeness, String hash, Instant due, Instant at) {
        guard(by, CharterAction.COMMIT);
        requireReady(completeness);
        moveTo(CharterState.COMMITTING);
        return List.of(freeze(Purpose.COMMIT, hash, due, at));
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
        wording.requireAmends(better, changed);
        requireReady(completeness);
        moveTo(CharterState.AMENDING);
        wording.amendTo(better);
        return List.of(
                new CharterEvent.AmendmentStarted(reason, wording.amendmentChangesApproach(), changed, at),
                freeze(Purpose.AMEND, hash, due, at));
    }

    private void requireReady(Completeness completeness) {
        if (!completeness.full()) {
            throw CHARTER_COMPLETE.violated(completeness.faults());
        }
        roster.requireFilled();
        wording.requireAnother(roster.people());
    }

    private CharterEvent freeze(Purpose purpose, String hash, Instant due, Instant at) {
        var frozen = commitment.freeze(hash, at);
        rounds.start(purpose, commitment.contentVersion(), hash, due, at);
        return frozen;
    }

    /** Every mandatory seat signed: seat → who signed, for whom. */
    public List<CharterEvent> commitmentSigned(Actor by, Map<String, String> signers, Instant at) {
        permits(by, CharterAction.FOLLOW_SIGNATURES);
        wording.requireAnother(signers.values().stream());
        boolean amended = state == CharterState.AMENDING;
        boolean rebaseline = amended && wording.amendmentChangesApproach();
        moveTo(CharterState.COMMITTED);
        if (amended) {
            wording.takeAmendment();
        }
        roster.committedBy(signers);
        return List.of(commitment.signed(rounds.over(), amended, rebaseline, at));
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
        log.comment(by, CharterAction.RECALL, reason, at);
        var told = Stream.concat(toTell.stream(), wording.authors().stream())
                .distinct()
                .sorted()
                .toList();
        var ended = new CharterEvent.SigningEnded(rounds.over().purpose(), cause, reason, told, at);
        return switch (state) {
            case COMMITTING -> {
                moveTo(CharterState.DRAFT);
                commitment.thaw();
                yield List.of(ended);
            }
            case AMENDING -> {
                moveTo(CharterState.COMMITTED);
                wording.dropAmendment();
                commitment.thaw();
                yield List.of(ended);
            }
            case ACCEPTING -> {
                if (cause == Ending.RECALLED) {
                    attempts.takeBackStatement();
                    yield List.of(ended);
                }
                moveTo(CharterState.NOT_ACCEPTED);
                yield List.of(ended, attempts.notAccepted(cause, cureUntil, at));
            }
            case DRAFT, IN_REVIEW, COMMITTED, ACCEPTED, ACCEPTED_WITH_EXCEPTIONS, NOT_ACCEPTED, CLOSED, CANCELLED ->
                throw new IllegalStateException("nobody is asked to sign in " + state);
        };
    }

    public List<CharterEvent> vacateSeat(Actor by, String key, Vacancy why, Instant at) {
        guard(by, CharterAction.VACATE_SEAT);
        return List.of(roster.vacate(key, why, at));
    }

    public List<CharterEvent> appoint(Actor by, String key, String successor, String basis, Instant at) {
        guard(by, CharterAction.APPOINT);
        return List.of(roster.appoint(key, successor, basis, at));
    }

    public List<CharterEvent> adoptedBy(Actor by, String key, String person, Instant at) {
        permits(by, CharterAction.FOLLOW_SIGNATURES);
        roster.adoptedBy(key, person);
        return List.of(new CharterEvent.CommitmentAdopted(key, person, commitment.hashInForce(), at));
    }

    public List<CharterEvent> startAcceptance(Actor by, Instant at) {
        guard(by, CharterAction.START_ACCEPTANCE);
        moveTo(CharterState.ACCEPTING);
        roster.acceptedBy(Map.of());
        return List.of(attempts.begin(at));
    }

    public List<CharterEvent> assess(Actor by, Assessment assessment, Instant at) {
        guard(by, CharterAction.ASSESS);
        return List.of(attempts.assess(assessment, at));
    }

    public List<CharterEvent> stateDelivery(
            Actor by, Acceptance.@Nullable Actuals actuals, String statementHash, Instant due, Instant at) {
        guard(by, CharterAction.STATE_DELIVERY);
        var stated = attempts.state(actuals, statementHash, at);
        rounds.start(Purpose.ACCEPT, attempts.last().attempt(), statementHash, due, at);
        return List.of(stated);
    }

    public List<CharterEvent> acceptanceSigned(
            Actor by, Map<String, String> signers, @Nullable LocalDate cureUntil, Instant at) {
        permits(by, CharterAction.FOLLOW_SIGNATURES);
        var over = rounds.over();
        roster.acceptedBy(signers);
        if (attempts.anyIs(Verdict.FAIL)) {
            moveTo(CharterState.NOT_ACCEPTED);
            return List.of(attempts.notAccepted(Ending.FAILED, cureUntil, at));
        }
        moveTo(attempts.anyIs(Verdict.DEFERRED) ? CharterState.ACCEPTED_WITH_EXCEPTIONS : CharterState.ACCEPTED);
        return List.of(attempts.signed(over, at));
    }

    public List<CharterEvent> resolve(Actor by, Assessment settled, Instant at) {
        guard(by, CharterAction.RESOLVE);
        var events = attempts.resolve(settled, at);
        if (!attempts.anyIs(Verdict.DEFERRED)) {
            moveTo(CharterState.ACCEPTED);
        }
        return events;
    }

    List<CharterEvent> terminate(Actor by, String reason, Instant at) {
        guard(by, CharterAction.TERMINATE);
        moveTo(CharterState.CLOSED);
        log.comment(by, CharterAction.TERMINATE, reason, at);
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
        rounds.endIfAny();
        log.comment(by, CharterAction.CANCEL, reason, at);
        return List.of(new CharterEvent.Cancelled(from, reason, at));
    }

    List<CharterEvent> hold(Actor by, Session session, Instant at) {
        guard(by, CharterAction.RECORD_SESSION);
        return List.of(log.hold(session, at));
    }

    List<CharterEvent> decide(Actor by, Decision decision, Instant at) {
        guard(by, CharterAction.RECORD_DECISION);
        return List.of(log.decide(decision, at));
    }

    private void moveTo(CharterState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    /** Permission and state, before anything is read or frozen for the verb. */
    public void requirePossible(Actor by, CharterAction action) {
        guard(by, action);
    }

    @Override
    protected Set<CharterAction> actions() {
        var actions = EnumSet.allOf(CharterAction.class);
        actions.removeIf(action -> action.side() == CharterAction.Side.NOBODY);
        return actions;
    }

    @Override
    protected boolean possible(CharterAction action) {
        return action.isPossible(state, rounds.current() != null);
    }

    @Override
    protected void permits(Actor by, CharterAction action) {
        switch (action.side()) {
            case AUTHORS -> AUTHORS_ONLY.require(isAuthor(by));
            case AUTHORS_AND_SPONSOR -> AUTHORS_ONLY.require(isAuthor(by) || isSponsoredBy(by));
            case AUTHORS_AND_OWNERS -> AUTHORS_ONLY.require(isAuthor(by) || attempts.await(by));
            case REVIEWERS -> REVIEWERS_ONLY.require(by.has(Roles.PORTFOLIO_MANAGER) || roster.includes(by));
            case NOBODY -> {}
        }
    }

    private boolean isAuthor(Actor by) {
        return wording.authors().contains(by.sub())
                || by.is(createdBy)
                || by.has(Roles.PORTFOLIO_MANAGER)
                || (by.has(Roles.SUBMITTER) && departments.stream().anyMatch(by::speaksFor))
                || roster.isHeldBy(SeatRole.PPM, by)
                || roster.isHeldBy(SeatRole.PROJECT_LEAD, by);
    }

    /** Whether this person has a part in it: wrote it, runs it or holds a seat. */
    public boolean concerns(Actor by) {
        return isAuthor(by) || roster.includes(by);
    }

    public boolean isSponsoredBy(Actor by) {
        return roster.isHeldBy(SeatRole.EXECUTIVE_SPONSOR, by);
    }

    /** The city's own people; whoever wrote it or holds a seat, whatever their role. */
    @Override
    protected Access access() {
        var people = Stream.of(wording.authors().stream(), Stream.of(createdBy), roster.people())
                .flatMap(some -> some)
                .toList();
        return new Access(Access.Classification.INTERNAL, departments, people, null, List.of(), List.of());
    }

    @Override
    protected CharterView state() {
        return CharterView.of(this, null, null);
    }

    @Override
    protected Optional<CharterState> lifecycle() {
        return Optional.of(state);
    }

    /** What awaits whom: deferred criteria. Signing awaits people by their sign-offs. */
    @Override
    protected List<Task> tasks() {
        return attempts.tasks(this, state == CharterState.CLOSED || state == CharterState.CANCELLED);
    }

    @Override
    public UUID id() {
        return id;
    }

    public String href() {
        return "/v1/charters/" + id;
    }

    public Reference reference() {
        return new Reference("charter", id.toString(), number, href());
    }

    String number() {
        return number;
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

    public Wording wording() {
        return wording;
    }

    public Roster roster() {
        return roster;
    }

    public Rounds rounds() {
        return rounds;
    }

    public Commitment commitment() {
        return commitment;
    }

    public Attempts attempts() {
        return attempts;
    }

    public CharterLog log() {
        return log;
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
