package city.c3po.portfolio.project;

import static city.c3po.portfolio.program.ProgramRule.NOT_PLACED_AHEAD;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.time.CityCalendar;
import city.c3po.platform.value.ExternalRef;
import city.c3po.platform.value.Money;
import city.c3po.portfolio.product.Products;
import city.c3po.portfolio.program.Programs;
import city.c3po.portfolio.reference.CityDay;
import city.c3po.portfolio.reference.ExternalRefs;
import city.c3po.portfolio.reference.KnownReferences;
import city.c3po.portfolio.triage.Answer;
import city.c3po.portfolio.triage.Finding;
import city.c3po.portfolio.triage.Profile;
import city.c3po.portfolio.triage.Splitting;
import city.c3po.portfolio.triage.TriageInputs;
import city.c3po.portfolio.triage.TriagePolicies;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The projects, and what they need to know of other records before they change. */
@Singleton
public class Projects extends Aggregates<Project, UUID, ProjectAction> {
    /** As in the triggers of external_ref. */
    public static final String KIND = "project";

    /** Whoever acts when an event or a date does: the suite, which sees what employees see. */
    public static final Actor SUITE = new Actor(
            Actor.SYSTEM.sub(),
            Actor.SYSTEM.issuer(),
            Actor.SYSTEM.client(),
            Actor.SYSTEM.name(),
            Set.of(Roles.READER),
            Set.of(),
            Set.of(),
            Set.of(),
            null,
            null);

    private final Programs programs;
    private final Products products;
    private final TriagePolicies policies;
    private final Splitting splitting;
    private final KnownReferences known;
    private final ExternalRefs refs;
    private final CityDay day;

    Projects(
            EntityManager entities,
            Journal journal,
            Programs programs,
            Products products,
            TriagePolicies policies,
            Splitting splitting,
            KnownReferences known,
            ExternalRefs refs,
            CityDay day) {
        super(Project.class, entities, journal);
        this.programs = programs;
        this.products = products;
        this.policies = policies;
        this.splitting = splitting;
        this.known = known;
        this.refs = refs;
        this.day = day;
    }

    /** A project that no initiative led to: it runs already, or a department system knows it. */
    Project register(Actor by, ProjectPlan plan, @Nullable String source, Instant at) {
        var tier = plan.tier() == null ? Tier.STANDARD : plan.tier();
        return created(by, plan, tier, null, null, source, at);
    }

    /** One of the projects that an initiative becomes. */
    public Project convert(Actor by, ProjectPlan plan, Tier tier, Origin origin, @Nullable String ppm, Instant at) {
        return created(by, plan, tier, origin, ppm, null, at);
    }

    private Project created(
            Actor by,
            ProjectPlan plan,
            Tier tier,
            @Nullable Origin origin,
            @Nullable String ppm,
            @Nullable String source,
            Instant at) {
        var fresh = new Project(by, plan, tier, origin, source, day.of(at).getYear(), at);
        return add(fresh, by, project -> checked(by, project, project.create(by, ppm, at)));
    }

    Project edit(UUID id, Actor by, Seen seen, UnaryOperator<ProjectPlan> better, Instant at) {
        return edit(
                id,
                by,
                seen,
                ProjectAction.EDIT,
                project -> checked(by, project, project.edit(by, better.apply(project.plan()), day.of(at), at)));
    }

    /** By the name that a department's system has for it: created at the first time, said anew ever after. */
    Project put(ExternalRef ref, Actor by, Seen seen, ProjectPlan said, Instant at) {
        ExternalRefs.requireOwn(by, ref.source());
        var plan = said.knownAs(ref);
        var id = refs.findInTurn(KIND, ref);
        if (id.isPresent()) {
            return edit(UUID.fromString(id.get()), by, seen, present -> plan, at);
        }
        seen.mustAllowCreation();
        return register(by, plan, by.feeds(ref.source()) ? ref.source() : null, at);
    }

    Project place(UUID id, @Nullable UUID program, LocalDate from, Actor by, Seen seen, Instant at) {
        var today = day.of(at);
        NOT_PLACED_AHEAD.require(!from.isAfter(today), Map.of("from", from, "today", today));
        return change(id, by, seen, ProjectAction.PLACE, project -> {
            var into = program == null ? null : programs.taking(program, by);
            return project.place(by, into, from, at);
        });
    }

    Project nameProducts(UUID id, List<UUID> named, Actor by, Seen seen, Instant at) {
        return edit(
                id,
                by,
                seen,
                ProjectAction.NAME_PRODUCTS,
                project -> project.nameProducts(by, products.deliveredTo(named, by), at));
    }

    Project forecast(UUID id, Money cost, LocalDate finish, Actor by, Seen seen, Instant at) {
        var today = day.of(at);
        return change(id, by, seen, ProjectAction.FORECAST, project -> {
            var expected = new Forecast(cost, finish, today);
            return project.forecast(by, expected, crossed(project, expected, today), at);
        });
    }

    /** What the policy in force says of the forecast; that of profile and departments was said at the triage. */
    private List<Finding> crossed(Project project, Forecast expected, LocalDate today) {
        var plan = project.plan();
        var inputs = new TriageInputs(
                List.of(new TriageInputs.YearlyLikely(CityCalendar.fiscalYearOf(today), expected.cost())),
                plan.sponsoringDepartment(),
                List.of(),
                plan.start(),
                expected.finish(),
                Profile.ALL_NO);
        var policy = policies.inForce(today);
        var crossed = new ArrayList<>(policy.ask(inputs).stream()
                .filter(finding -> finding.answer() == Answer.TRUE)
                .toList());
        if (crossed.isEmpty() && project.initiative() != null) {
            splitting
                    .togetherWhenForecast(UUID.fromString(project.initiative().id()), expected.cost(), policy, today)
                    .ifPresent(together -> crossed.add(together.finding()));
        }
        return crossed;
    }

    /** For what is posted to it: whoever posts need not see it. */
    public Optional<Project> locked(UUID id) {
        return Optional.ofNullable(entities().find(Project.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Whether there is such a project at all. */
    boolean knows(UUID id) {
        return entities().find(Project.class, id) != null;
    }

    /** Projects on whose gates a condition's day has passed; the scheduler closes these gates. */
    List<UUID> withOverdueGates(LocalDate today, int limit) {
        return entities()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select id from project p
                        where state <> 'CANCELLED' and exists (
                            select 1 from jsonb_array_elements(p.gates -> 'all') gate
                            where gate ->> 'state' = 'CONDITIONAL' and (gate ->> 'due')::date < :today)
                        order by id limit :limit\
                        """, UUID.class)
                .setParameter("today", today)
                .setParameter("limit", limit)
                .getResultList();
    }

    /**
     * Projects whose status report is too late, the first one included, or which owe a special report for too long; the
     * scheduler tells them.
     */
    List<UUID> withLateReports(LocalDate today, int limit) {
        return entities()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select id from project
                        where colour is not null and state not in ('CLOSED', 'CANCELLED')
                            and ((colour ->> 'reported' is distinct from 'STALE'
                                    and (colour ->> 'nextDue')::date + :grace < :today)
                                or (coalesce(colour ->> 'computed', '') not in ('STALE', 'RED')
                                    and special_report ->> 'filedAt' is null
                                    and (special_report ->> 'due')::date < :today))
                        union all
                        select id from project
                        where colour is null and state not in ('CLOSED', 'CANCELLED')
                            and (created_at < case tier when 'LITE' then cast(:quarterly as timestamptz) else cast(:monthly as timestamptz) end
                                or (special_report ->> 'filedAt' is null
                                    and (special_report ->> 'due')::date < :today))
                        order by id limit :limit\
                        """, UUID.class)
                .setParameter("grace", ProjectColour.DAYS_OF_GRACE)
                .setParameter("quarterly", endOf(Cadence.QUARTERLY.overdue(today)))
                .setParameter("monthly", endOf(Cadence.MONTHLY.overdue(today)))
                .setParameter("today", today)
                .setParameter("limit", limit)
                .getResultList();
    }

    private Instant endOf(LocalDate last) {
        return day.startOf(last.plusDays(1));
    }

    /** What only other records can tell; of no interest when nothing changes. */
    private List<ProjectEvent> checked(Actor by, Project project, List<ProjectEvent> events) {
        if (events.isEmpty()) {
            return events;
        }
        var plan = project.plan();
        var check = known.check(by).department("/sponsoringDepartment", plan.sponsoringDepartment());
        plan.affectedDepartments().forEach(department -> check.department("/affectedDepartments", department));
        check.require();
        refs.requireFree(KIND, project.id().toString(), plan.externalRefs());
        return events;
    }
}
