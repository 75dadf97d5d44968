package city.c3po.portfolio.project;

import static city.c3po.portfolio.program.ProgramRule.PLACED_ELSEWHERE;
import static city.c3po.portfolio.project.ProjectRule.ACTUAL_AS_POSTED;
import static city.c3po.portfolio.project.ProjectRule.ACTUAL_KNOWN;
import static city.c3po.portfolio.project.ProjectRule.APPROACH_DECIDED;
import static city.c3po.portfolio.project.ProjectRule.IN_HOUSE_ONCE;
import static city.c3po.portfolio.project.ProjectRule.MADE_IN_HOUSE;
import static city.c3po.portfolio.project.ProjectRule.MONEY_NOT_NEGATIVE;
import static city.c3po.portfolio.project.ProjectRule.PPM_IS_NOT_SPONSOR;
import static city.c3po.portfolio.project.ProjectRule.SAME_CURRENCY;
import static city.c3po.portfolio.project.ProjectRule.SPECIAL_REPORT_OWED;
import static city.c3po.portfolio.project.ProjectRule.SUITE_ONLY;
import static city.c3po.portfolio.project.ProjectRule.TIER_IS_FIXED;
import static city.c3po.portfolio.reference.ReferenceRule.SAMPLE_DATA_IS_FIXED;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.value.Money;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.program.Membership;
import city.c3po.portfolio.triage.Finding;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of an initiative. Its PPM leads it, the portfolio office watches it, and the approvers of its gates let it
 * pass. Every move asks the gate before it in the same transaction; the first waits for the charter's commitment, the
 * last for its acceptance.
 */
@Entity
public class Project extends ProjectRecord {
    @Embedded
    private ProjectGates gates = new ProjectGates();

    @Embedded
    private ProjectOutlook outlook;

    @Embedded
    private ProjectControls controls = new ProjectControls();

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
        super(by, plan, origin, source, year, at);
        this.outlook = new ProjectOutlook(tier);
        this.gates = new ProjectGates(origin == null ? List.of() : origin.conditions());
    }

    List<ProjectEvent> create(Actor by, @Nullable String lead, Instant at) {
        plan().requireSound();
        var events = new ArrayList<ProjectEvent>();
        events.add(new ProjectEvent.Created(plan().title(), tier(), initiative(), at));
        if (lead != null) {
            PPM_IS_NOT_SPONSOR.require(!lead.equals(plan().sponsor()));
            lead(lead);
            events.add(new ProjectEvent.PpmAssigned(lead, null, at));
        }
        return events;
    }

    /** Saying the same again is no change. */
    List<ProjectEvent> edit(Actor by, ProjectPlan better, LocalDate today, Instant at) {
        guard(by, ProjectAction.EDIT);
        SAMPLE_DATA_IS_FIXED.require(
                better.sampleData() == null || better.sampleData().equals(plan().sampleData()));
        TIER_IS_FIXED.require(better.tier() == null || better.tier() == tier());
        better.requireSound();
        PPM_IS_NOT_SPONSOR.require(ppm() == null || !ppm().equals(better.sponsor()));
        var settled = better.settled(Boolean.TRUE.equals(plan().sampleData()));
        if (settled.equals(plan())) {
            return List.of();
        }
        var events = new ArrayList<ProjectEvent>();
        events.add(new ProjectEvent.Edited(at));
        if (controls.baseline() != null && plan().approach() != settled.approach()) {
            events.addAll(controls.offCourse(List.of("The approach changed."), today, at));
        }
        restate(settled);
        return events;
    }

    List<ProjectEvent> assignPpm(Actor by, String person, Instant at) {
        guard(by, ProjectAction.ASSIGN_PPM);
        PPM_IS_NOT_SPONSOR.require(!person.equals(plan().sponsor()));
        if (person.equals(ppm())) {
            return List.of();
        }
        var formerly = ppm();
        lead(person);
        return List.of(new ProjectEvent.PpmAssigned(person, formerly, at));
    }

    List<ProjectEvent> place(Actor by, @Nullable Reference program, LocalDate from, Instant at) {
        guard(by, ProjectAction.PLACE);
        PLACED_ELSEWHERE.require(!Membership.present(memberships()).equals(Optional.ofNullable(program)));
        belong(Membership.changed(memberships(), program, from));
        return List.of(new ProjectEvent.Placed(program, from, at));
    }

    List<ProjectEvent> nameProducts(Actor by, List<Reference> named, Instant at) {
        guard(by, ProjectAction.NAME_PRODUCTS);
        if (named.equals(products())) {
            return List.of();
        }
        deliver(named);
        return List.of(new ProjectEvent.ProductsNamed(named, at));
    }

    /** @param move one of the moves that a gate stands before */
    List<ProjectEvent> move(Actor by, ProjectAction move, LocalDate today, Instant at) {
        guard(by, move);
        outlook.requireNothingToAnswer();
        var to = Moves.to(move);
        if (to == ProjectState.PROCURING) {
            APPROACH_DECIDED.require(plan().approach() != null);
        }
        if (projectState() == ProjectState.PLANNING && to == ProjectState.EXECUTING) {
            MADE_IN_HOUSE.require(inHouse() != null);
        }
        var gate = Moves.gate(move);
        gates.requirePassable(gate, today);
        return List.of(moved(to, gate, null, at));
    }

    List<ProjectEvent> decideInHouse(Actor by, String reason, Instant at) {
        guard(by, ProjectAction.DECIDE_IN_HOUSE);
        IN_HOUSE_ONCE.require(inHouse() == null);
        makeInHouse(new InHouse(reason, by.sub(), at));
        return List.of(new ProjectEvent.InHouseDecided(reason, at));
    }

    List<ProjectEvent> hold(Actor by, String reason, Instant at) {
        guard(by, ProjectAction.HOLD);
        var from = projectState();
        var event = moved(ProjectState.ON_HOLD, null, reason, at);
        halt(from);
        return List.of(event);
    }

    List<ProjectEvent> resume(Actor by, String reason, Instant at) {
        guard(by, ProjectAction.RESUME);
        var event = moved(Objects.requireNonNull(heldFrom()), null, reason, at);
        halt(null);
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
        var events = new ArrayList<>(outlook.forecast(by, expected, crossed, at));
        events.addAll(controls.compare(expected, plan().start(), expected.asOf(), at));
        return events;
    }

    /** The higher tier is accepted, or the two of them say why it does not apply. */
    List<ProjectEvent> answerReclassification(Actor by, boolean accepted, String reason, Instant at) {
        permits(by, ProjectAction.ANSWER_RECLASSIFICATION);
        outlook.requireAnswerable(by);
        guard(by, ProjectAction.ANSWER_RECLASSIFICATION);
        return outlook.answer(by, accepted, reason, at);
    }

    /** @param cost null for what finance posted; once it posts, nothing else is believed */
    List<ProjectEvent> recordActual(Actor by, @Nullable Money cost, LocalDate finish, Instant at) {
        guard(by, ProjectAction.RECORD_ACTUAL);
        var ledger = controls.moneyActual();
        var posted = ledger == null ? null : ledger.cost();
        ACTUAL_KNOWN.require(cost != null || posted != null);
        var known = cost == null ? Objects.requireNonNull(posted) : cost;
        ACTUAL_AS_POSTED.require(
                posted == null || posted.equals(known), Map.of("posted", posted == null ? "" : posted));
        requireSound(known);
        return outlook.record(new Actual(known, finish), at);
    }

    /** What was said of the area before is replaced. */
    List<ProjectEvent> recordCompliance(Actor by, Compliance said, LocalDate today) {
        guard(by, ProjectAction.RECORD_COMPLIANCE);
        said.requireSound(today);
        comply(Stream.concat(compliance().stream().filter(known -> known.area() != said.area()), Stream.of(said))
                .toList());
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
        gates.requireJudge(by, name, authors());
        guard(by, ProjectAction.JUDGE_GATE);
        outlook.requireNothingToAnswer();
        return gates.judge(name, verdict, today);
    }

    /** Conditions whose day has passed close their gates again. */
    List<ProjectEvent> closeOverdueGates(Actor by, LocalDate today, Instant at) {
        requireSuite(by);
        return gates.closeOverdue(today, at);
    }

    List<ProjectEvent> fileSpecialReport(Actor by, String text, Instant at) {
        permits(by, ProjectAction.FILE_SPECIAL_REPORT);
        SPECIAL_REPORT_OWED.require(controls.owesReport());
        guard(by, ProjectAction.FILE_SPECIAL_REPORT);
        return controls.file(text, by.sub(), at);
    }

    List<ProjectEvent> planned(List<ProjectMilestone> milestones, Instant at) {
        return controls.planned(milestones, at);
    }

    /** Approved scope, schedule and cost are what gate G3 asks for. */
    List<ProjectEvent> baselined(ProjectBaseline.Point approved, Map<String, LocalDate> milestones, Instant at) {
        var events = new ArrayList<>(controls.baselined(approved, milestones, at));
        events.addAll(hearEvidence(
                GateName.G3, Gates.BASELINE, "Approved: %s, %s".formatted(approved.finish(), approved.cost()), at));
        return events;
    }

    List<ProjectEvent> spent(MoneyActual posted, Instant at) {
        return controls.spent(posted, at);
    }

    List<ProjectEvent> offCourse(List<String> because, LocalDate today, Instant at) {
        return controls.offCourse(because, today, at);
    }

    List<ProjectEvent> coloured(ProjectColour told, Instant at) {
        return controls.coloured(told, at);
    }

    /** @param born the day on which it was recorded: from then on it is reported on */
    List<ProjectEvent> fade(Actor by, LocalDate born, LocalDate today, Instant at) {
        requireSuite(by);
        return controls.fade(Cadence.of(tier()).running(born), today, at);
    }

    List<ProjectEvent> hearEvidence(GateName name, String code, String evidence, Instant at) {
        return projectState() == ProjectState.CANCELLED
                ? List.of()
                : gates.hear(Projects.SUITE, name, code, evidence, at);
    }

    /** The charter's signers committed, or accepted; told once more it is no change. */
    List<ProjectEvent> hearCharter(Actor by, GateName name, String code, String charter, Instant at) {
        requireSuite(by);
        return projectState() == ProjectState.CANCELLED ? List.of() : gates.hear(by, name, code, charter, at);
    }

    /** What rested on a charter that was cancelled is open again. */
    List<ProjectEvent> loseCharter(Actor by, String charter, Instant at) {
        requireSuite(by);
        return gates.loseCharter(charter, at);
    }

    private ProjectEvent moved(ProjectState to, @Nullable GateName gate, @Nullable String reason, Instant at) {
        var from = projectState();
        moveTo(to);
        return new ProjectEvent.Moved(from, to, gate, reason, at);
    }

    private void requireSound(Money money) {
        MONEY_NOT_NEGATIVE.require(money.amount().signum() >= 0);
        var budget = plan().budget();
        SAME_CURRENCY.require(budget == null || budget.currency().equals(money.currency()));
    }

    private static void requireSuite(Actor by) {
        SUITE_ONLY.require(by.equals(Projects.SUITE));
    }

    @Override
    ProjectGates gate() {
        return gates;
    }

    @Override
    ProjectOutlook outlook() {
        return outlook;
    }

    @Override
    ProjectControls controls() {
        return controls;
    }
}
