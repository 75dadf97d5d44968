package city.c3po.portfolio.project;

import static city.c3po.portfolio.program.ProgramRule.PLACED_ELSEWHERE;
import static city.c3po.portfolio.project.ProjectRule.APPROACH_DECIDED;
import static city.c3po.portfolio.project.ProjectRule.IN_HOUSE_ONCE;
import static city.c3po.portfolio.project.ProjectRule.MADE_IN_HOUSE;
import static city.c3po.portfolio.project.ProjectRule.MONEY_NOT_NEGATIVE;
import static city.c3po.portfolio.project.ProjectRule.NAMED_APPROVER;
import static city.c3po.portfolio.project.ProjectRule.PORTFOLIO_OFFICE_ONLY;
import static city.c3po.portfolio.project.ProjectRule.PPM_IS_NOT_SPONSOR;
import static city.c3po.portfolio.project.ProjectRule.PPM_ONLY;
import static city.c3po.portfolio.project.ProjectRule.PPM_OR_OFFICE;
import static city.c3po.portfolio.project.ProjectRule.SAME_CURRENCY;
import static city.c3po.portfolio.project.ProjectRule.SUITE_ONLY;
import static city.c3po.portfolio.project.ProjectRule.TIER_IS_FIXED;
import static city.c3po.portfolio.reference.ReferenceRule.SAMPLE_DATA_IS_FIXED;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Task;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Money;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.program.Membership;
import city.c3po.portfolio.triage.Finding;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What came of an initiative. Its PPM leads it, the portfolio office watches it, and the approvers of its gates let it
 * pass. Every move asks the gate before it in the same transaction; the first waits for the charter's commitment, the
 * last for its acceptance.
 */
@Entity
public class Project extends Aggregate<ProjectAction> {
    @Id
    private UUID id;

    /** Written as {@code PRJ-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('project_number'))")
    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    private ProjectState state;

    @Enumerated(EnumType.STRING)
    private @Nullable ProjectState heldFrom;

    @JdbcTypeCode(SqlTypes.JSON)
    private ProjectPlan plan;

    /** The initiative it came of, and which of its projects this is. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private @Nullable Reference initiative;

    @Column(updatable = false)
    private int part;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Membership> memberships = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Reference> products = List.of();

    private @Nullable String ppm;

    @Embedded
    private ProjectGates gates = new ProjectGates();

    @Embedded
    private ProjectOutlook outlook;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable InHouse inHouse;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Compliance> compliance = List.of();

    /** Everybody who wrote any of it, as initiative or since: none of them judges its gates. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> authors = List.of();

    @Column(updatable = false)
    private @Nullable String source;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Project() {}

    /**
     * @param origin the initiative it comes of; null for one that runs already
     * @param year of the number, in the city's calendar
     */
    Project(
            Actor by,
            ProjectPlan plan,
            Tier tier,
            @Nullable Origin origin,
            @Nullable String source,
            int year,
            Instant at) {
        this.id = Uuid7.next();
        this.number = "PRJ-" + year + "-";
        this.state = ProjectState.INITIATING;
        this.outlook = new ProjectOutlook(tier);
        this.plan = plan.settled(Boolean.TRUE.equals(plan.sampleData()));
        this.initiative = origin == null ? null : origin.initiative();
        this.part = origin == null ? 0 : origin.part();
        this.gates = new ProjectGates(origin == null ? List.of() : origin.conditions());
        this.authors = origin == null ? List.of(by.sub()) : origin.authors();
        this.source = source;
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    List<ProjectEvent> create(Actor by, @Nullable String lead, Instant at) {
        plan.requireSound();
        var events = new ArrayList<ProjectEvent>();
        events.add(new ProjectEvent.Created(plan.title(), tier(), initiative, at));
        if (lead != null) {
            PPM_IS_NOT_SPONSOR.require(!lead.equals(plan.sponsor()));
            ppm = lead;
            events.add(new ProjectEvent.PpmAssigned(lead, null, at));
        }
        return events;
    }

    /** Saying the same again is no change. */
    List<ProjectEvent> edit(Actor by, ProjectPlan better, Instant at) {
        guard(by, ProjectAction.EDIT);
        SAMPLE_DATA_IS_FIXED.require(
                better.sampleData() == null || better.sampleData().equals(plan.sampleData()));
        TIER_IS_FIXED.require(better.tier() == null || better.tier() == tier());
        better.requireSound();
        PPM_IS_NOT_SPONSOR.require(ppm == null || !ppm.equals(better.sponsor()));
        var settled = better.settled(Boolean.TRUE.equals(plan.sampleData()));
        if (settled.equals(plan)) {
            return List.of();
        }
        plan = settled;
        return List.of(new ProjectEvent.Edited(at));
    }

    List<ProjectEvent> assignPpm(Actor by, String person, Instant at) {
        guard(by, ProjectAction.ASSIGN_PPM);
        PPM_IS_NOT_SPONSOR.require(!person.equals(plan.sponsor()));
        if (person.equals(ppm)) {
            return List.of();
        }
        var formerly = ppm;
        ppm = person;
        return List.of(new ProjectEvent.PpmAssigned(person, formerly, at));
    }

    List<ProjectEvent> place(Actor by, @Nullable Reference program, LocalDate from, Instant at) {
        guard(by, ProjectAction.PLACE);
        PLACED_ELSEWHERE.require(!Membership.present(memberships).equals(Optional.ofNullable(program)));
        memberships = Membership.changed(memberships, program, from);
        return List.of(new ProjectEvent.Placed(program, from, at));
    }

    List<ProjectEvent> nameProducts(Actor by, List<Reference> named, Instant at) {
        guard(by, ProjectAction.NAME_PRODUCTS);
        if (named.equals(products)) {
            return List.of();
        }
        products = named;
        return List.of(new ProjectEvent.ProductsNamed(named, at));
    }

    /** @param move one of the moves that a gate stands before */
    List<ProjectEvent> move(Actor by, ProjectAction move, LocalDate today, Instant at) {
        guard(by, move);
        outlook.requireNothingToAnswer();
        var to = Moves.to(move);
        if (to == ProjectState.PROCURING) {
            APPROACH_DECIDED.require(plan.approach() != null);
        }
        if (state == ProjectState.PLANNING && to == ProjectState.EXECUTING) {
            MADE_IN_HOUSE.require(inHouse != null);
        }
        var gate = Moves.gate(move);
        gates.requirePassable(gate, today);
        return List.of(moved(to, gate, null, at));
    }

    List<ProjectEvent> decideInHouse(Actor by, String reason, Instant at) {
        guard(by, ProjectAction.DECIDE_IN_HOUSE);
        IN_HOUSE_ONCE.require(inHouse == null);
        inHouse = new InHouse(reason, by.sub(), at);
        return List.of(new ProjectEvent.InHouseDecided(reason, at));
    }

    List<ProjectEvent> hold(Actor by, String reason, Instant at) {
        guard(by, ProjectAction.HOLD);
        var from = state;
        var event = moved(ProjectState.ON_HOLD, null, reason, at);
        heldFrom = from;
        return List.of(event);
    }

    List<ProjectEvent> resume(Actor by, String reason, Instant at) {
        guard(by, ProjectAction.RESUME);
        var event = moved(Objects.requireNonNull(heldFrom), null, reason, at);
        heldFrom = null;
        return List.of(event);
    }

    List<ProjectEvent> cancel(Actor by, String reason, Instant at) {
        guard(by, ProjectAction.CANCEL);
        return List.of(moved(ProjectState.CANCELLED, null, reason, at));
    }

    /** @param crossed the lines of the policy in force that the forecast crosses */
    List<ProjectEvent> forecast(Actor by, Forecast expected, List<Finding> crossed, Instant at) {
        guard(by, ProjectAction.FORECAST);
        requireSound(expected.cost());
        return outlook.forecast(by, expected, crossed, at);
    }

    /** The higher tier is accepted, or the two of them say why it does not apply. */
    List<ProjectEvent> answerReclassification(Actor by, boolean accepted, String reason, Instant at) {
        permits(by, ProjectAction.ANSWER_RECLASSIFICATION);
        outlook.requireAnswerable(by);
        guard(by, ProjectAction.ANSWER_RECLASSIFICATION);
        return outlook.answer(by, accepted, reason, at);
    }

    List<ProjectEvent> recordActual(Actor by, Actual said, Instant at) {
        guard(by, ProjectAction.RECORD_ACTUAL);
        requireSound(said.cost());
        return outlook.record(said, at);
    }

    /** What was said of the area before is replaced. */
    List<ProjectEvent> recordCompliance(Actor by, Compliance said, LocalDate today) {
        guard(by, ProjectAction.RECORD_COMPLIANCE);
        said.requireSound(today);
        compliance = Stream.concat(compliance.stream().filter(known -> known.area() != said.area()), Stream.of(said))
                .toList();
        return List.of(new ProjectEvent.ComplianceRecorded(said, said.at()));
    }

    List<ProjectEvent> nameApprovers(Actor by, GateName name, GateApprovers approvers, Instant at) {
        guard(by, ProjectAction.NAME_APPROVERS);
        return gates.nameApprovers(name, approvers, at);
    }

    List<ProjectEvent> addCriterion(Actor by, GateName name, String text, boolean mandatory, Instant at) {
        guard(by, ProjectAction.ADD_CRITERION);
        return gates.addCriterion(name, text, mandatory, at);
    }

    List<ProjectEvent> meetCriterion(Actor by, GateName name, String code, String evidence, Instant at) {
        guard(by, ProjectAction.MEET_CRITERION);
        return gates.meet(by, name, code, evidence, at);
    }

    List<ProjectEvent> submitGate(Actor by, GateName name, Instant at) {
        guard(by, ProjectAction.SUBMIT_GATE);
        outlook.requireNothingToAnswer();
        return gates.submit(by, name, at);
    }

    List<ProjectEvent> judgeGate(Actor by, GateName name, GateVerdict verdict, LocalDate today) {
        gates.requireJudge(by, name, authors);
        guard(by, ProjectAction.JUDGE_GATE);
        outlook.requireNothingToAnswer();
        return gates.judge(name, verdict, today);
    }

    /** Conditions whose day has passed close their gates again. */
    List<ProjectEvent> closeOverdueGates(Actor by, LocalDate today, Instant at) {
        requireSuite(by);
        return gates.closeOverdue(today, at);
    }

    /** The charter's signers committed, or accepted; told once more it is no change. */
    List<ProjectEvent> hearCharter(Actor by, GateName name, String code, String charter, Instant at) {
        requireSuite(by);
        return state == ProjectState.CANCELLED ? List.of() : gates.hearCharter(by, name, code, charter, at);
    }

    /** What rested on a charter that was cancelled is open again. */
    List<ProjectEvent> loseCharter(Actor by, String charter, Instant at) {
        requireSuite(by);
        return gates.loseCharter(charter, at);
    }

    private ProjectEvent moved(ProjectState to, @Nullable GateName gate, @Nullable String reason, Instant at) {
        var from = state;
        moveTo(to);
        return new ProjectEvent.Moved(from, to, gate, reason, at);
    }

    private void moveTo(ProjectState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    private void requireSound(Money money) {
        MONEY_NOT_NEGATIVE.require(money.amount().signum() >= 0);
        var budget = plan.budget();
        SAME_CURRENCY.require(budget == null || budget.currency().equals(money.currency()));
    }

    private static void requireSuite(Actor by) {
        SUITE_ONLY.require(by.equals(Projects.SUITE));
    }

    public Reference reference() {
        return new Reference("project", id.toString(), number, href());
    }

    String href() {
        return "/v1/projects/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected ProjectView state() {
        return ProjectView.of(this, null);
    }

    @Override
    protected Optional<ProjectState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<ProjectAction> actions() {
        return EnumSet.complementOf(EnumSet.of(ProjectAction.FOLLOW));
    }

    @Override
    protected Access access() {
        return new Access(
                Access.Classification.INTERNAL,
                plan.departments(),
                Stream.of(createdBy, ppm, plan.sponsor())
                        .filter(Objects::nonNull)
                        .toList(),
                null,
                List.of(),
                source == null ? List.of() : List.of(source));
    }

    @Override
    protected boolean possible(ProjectAction action) {
        return switch (action) {
            case EDIT, ASSIGN_PPM, PLACE, NAME_PRODUCTS, FORECAST, CANCEL, RECORD_COMPLIANCE -> state.isOpen();
            case START_PLANNING, START_PROCUREMENT, START_EXECUTION, START_CLOSING, CLOSE ->
                state != ProjectState.ON_HOLD && state.next().contains(Moves.to(action));
            case DECIDE_IN_HOUSE -> state == ProjectState.INITIATING || state == ProjectState.PLANNING;
            case HOLD -> state.isOpen() && state != ProjectState.ON_HOLD;
            case RESUME -> state == ProjectState.ON_HOLD;
            case RECORD_ACTUAL ->
                state == ProjectState.EXECUTING || state == ProjectState.CLOSING || state == ProjectState.CLOSED;
            case ANSWER_RECLASSIFICATION -> state.isOpen() && outlook.waits();
            case NAME_APPROVERS, ADD_CRITERION, MEET_CRITERION, SUBMIT_GATE -> state != ProjectState.CANCELLED;
            case FOLLOW -> false;
            case JUDGE_GATE -> state != ProjectState.CANCELLED && gates.anyInReview();
        };
    }

    @Override
    protected void permits(Actor by, ProjectAction action) {
        switch (action.side()) {
            case SUITE -> requireSuite(by);
            case OFFICE ->
                PORTFOLIO_OFFICE_ONLY.require(by.has(Roles.PORTFOLIO_MANAGER)
                        || (action == ProjectAction.EDIT && source != null && by.feeds(source)));
            case PPM -> PPM_ONLY.require(by.is(ppm));
            case LEADER -> PPM_OR_OFFICE.require(by.is(ppm) || by.has(Roles.PORTFOLIO_MANAGER));
            case APPROVER -> NAMED_APPROVER.require(gates.nameApprover(by));
        }
    }

    /** Gates that await their approvers, and what awaits the PPM. */
    @Override
    protected List<Task> tasks() {
        var tasks = new ArrayList<>(gates.tasks(id.toString(), href(), state == ProjectState.CANCELLED));
        if (ppm != null && tier() != Tier.LITE) {
            var done = outlook.forecast() != null || !state.isOpen();
            tasks.add(new Task(id + "/forecast", ppm, "Forecast cost and finish", href(), null, done));
        }
        return tasks;
    }

    ProjectState projectState() {
        return state;
    }

    public Tier tier() {
        return outlook.tier();
    }

    List<Compliance> compliance() {
        return compliance;
    }

    Gates gates() {
        return gates.gates();
    }

    String number() {
        return number;
    }

    @Nullable ProjectState heldFrom() {
        return heldFrom;
    }

    ProjectPlan plan() {
        return plan;
    }

    @Nullable Reference initiative() {
        return initiative;
    }

    List<Membership> memberships() {
        return memberships;
    }

    List<Reference> products() {
        return products;
    }

    @Nullable String ppm() {
        return ppm;
    }

    @Nullable Forecast forecast() {
        return outlook.forecast();
    }

    @Nullable Actual actual() {
        return outlook.actual();
    }

    @Nullable Reclassification reclassification() {
        return outlook.reclassification();
    }

    @Nullable InHouse inHouse() {
        return inHouse;
    }

    List<String> authors() {
        return authors;
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
}
