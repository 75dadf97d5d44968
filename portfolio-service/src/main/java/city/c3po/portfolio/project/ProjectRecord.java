package city.c3po.portfolio.project;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Task;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Money;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.program.Membership;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What is kept of a project. {@link Rights} say who sees it and does what, {@link Project} adds the verbs. */
@MappedSuperclass
public abstract class ProjectRecord extends Aggregate<ProjectAction> {
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
    protected ProjectRecord() {}

    /**
     * @param origin the initiative it comes of; null for one that runs already
     * @param year of the number, in the city's calendar
     */
    ProjectRecord(Actor by, ProjectPlan plan, @Nullable Origin origin, @Nullable String source, int year, Instant at) {
        this.id = Uuid7.next();
        this.number = "PRJ-" + year + "-";
        this.state = ProjectState.INITIATING;
        this.plan = plan.settled(Boolean.TRUE.equals(plan.sampleData()));
        this.initiative = origin == null ? null : origin.initiative();
        this.part = origin == null ? 0 : origin.part();
        this.authors = origin == null ? List.of(by.sub()) : origin.authors();
        this.source = source;
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    final void restate(ProjectPlan better) {
        plan = better;
    }

    final void lead(String person) {
        ppm = person;
    }

    final void belong(List<Membership> to) {
        memberships = to;
    }

    final void deliver(List<Reference> to) {
        products = to;
    }

    final void halt(@Nullable ProjectState from) {
        heldFrom = from;
    }

    final void makeInHouse(InHouse decided) {
        inHouse = decided;
    }

    final void comply(List<Compliance> said) {
        compliance = said;
    }

    final void moveTo(ProjectState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    public Reference reference() {
        return new Reference("project", id.toString(), number, href());
    }

    public String href() {
        return "/v1/projects/" + id;
    }

    public boolean ledBy(Actor by) {
        return by.is(ppm);
    }

    public boolean sponsoredBy(Actor by) {
        return by.is(plan.sponsor());
    }

    /** Its people, its sponsor, its departments and the portfolio office. */
    public boolean involves(Actor by) {
        return ledBy(by)
                || sponsoredBy(by)
                || by.has(Roles.PORTFOLIO_MANAGER)
                || plan.departments().stream().anyMatch(by::speaksFor);
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected ProjectView state() {
        return ProjectView.of((Project) this, null);
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
        return Rights.access(this);
    }

    @Override
    protected boolean possible(ProjectAction action) {
        return Rights.possible(this, action);
    }

    @Override
    protected void permits(Actor by, ProjectAction action) {
        Rights.require(this, by, action);
    }

    @Override
    protected List<Task> tasks() {
        return Rights.tasks(this);
    }

    public ProjectState projectState() {
        return state;
    }

    public Tier tier() {
        return outlook().tier();
    }

    List<Compliance> compliance() {
        return compliance;
    }

    Gates gates() {
        return gate().gates();
    }

    String number() {
        return number;
    }

    @Nullable ProjectState heldFrom() {
        return heldFrom;
    }

    public ProjectPlan plan() {
        return plan;
    }

    /** Of all its amounts. */
    public String currency() {
        var budget = plan.budget();
        return budget == null ? Money.DOLLARS : budget.currency();
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

    public @Nullable String ppm() {
        return ppm;
    }

    @Nullable Forecast forecast() {
        return outlook().forecast();
    }

    @Nullable Actual actual() {
        return outlook().actual();
    }

    /** What was approved; null before the first baseline. */
    public @Nullable ProjectBaseline baseline() {
        return controls().baseline();
    }

    public @Nullable MoneyActual moneyActual() {
        return controls().moneyActual();
    }

    /** What its PPM expects; null before the first forecast. */
    public @Nullable Money expectedCost() {
        var expected = outlook().forecast();
        return expected == null ? null : expected.cost();
    }

    /** The last day of a special report that is owed; null where none is. */
    public @Nullable LocalDate owedReport() {
        var report = controls().specialReport();
        return report != null && controls().owesReport() ? report.due() : null;
    }

    public boolean hasPassed(GateName name) {
        return gate().gates().get(name).state() == GateState.OPEN;
    }

    abstract ProjectOutlook outlook();

    abstract ProjectGates gate();

    abstract ProjectControls controls();

    @Nullable Reclassification reclassification() {
        return outlook().reclassification();
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
