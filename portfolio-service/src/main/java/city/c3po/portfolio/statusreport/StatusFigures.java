package city.c3po.portfolio.statusreport;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.value.Money;
import city.c3po.platform.value.Ratio;
import city.c3po.portfolio.baseline.Variance;
import city.c3po.portfolio.baseline.Variances;
import city.c3po.portfolio.benefit.Benefits;
import city.c3po.portfolio.changerequest.ChangeRequests;
import city.c3po.portfolio.cost.Ledger;
import city.c3po.portfolio.issue.Issues;
import city.c3po.portfolio.progress.ProgressPeriod;
import city.c3po.portfolio.progress.ProgressPeriods;
import city.c3po.portfolio.project.Project;
import city.c3po.portfolio.resource.Allocations;
import city.c3po.portfolio.risk.RiskStanding;
import city.c3po.portfolio.risk.Risks;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Takes the figures of a project and says how far off it is. */
@Singleton
class StatusFigures {
    private final Variances variances;
    private final ChangeRequests changes;
    private final ProgressPeriods periods;
    private final Risks risks;
    private final Issues issues;
    private final Ledger ledger;
    private final Allocations allocations;
    private final Benefits benefits;

    StatusFigures(
            Variances variances,
            ChangeRequests changes,
            ProgressPeriods periods,
            Risks risks,
            Issues issues,
            Ledger ledger,
            Allocations allocations,
            Benefits benefits) {
        this.variances = variances;
        this.changes = changes;
        this.periods = periods;
        this.risks = risks;
        this.issues = issues;
        this.ledger = ledger;
        this.allocations = allocations;
        this.benefits = benefits;
    }

    Standing standing(Project project, LocalDate end, StatusText said, Actor by, LocalDate today) {
        var variance = variances.ifApproved(project.id(), by).orElse(null);
        var risk = risks.standing(project.id(), today);
        var expected = new Money(risk.expected(), project.currency());
        var approved = changes.approvedIn(project.id());
        var cost = cost(project, variance);
        var current = variance == null ? null : distance(variance, variance.current(), cost);
        var original = variance == null ? null : distance(variance, variance.original(), cost);
        var owed = project.owedReport();
        var spent = project.moneyActual();
        var snapshot = new StatusSnapshot(
                project.projectState(),
                project.tier(),
                variance == null ? null : variance.finish(),
                cost,
                current,
                original,
                variance == null ? 0 : variance.rebaselines(),
                spent == null ? null : spent.cost(),
                periods.last(project.id(), end).map(StatusFigures::earned).orElse(null),
                risk.open(),
                risk.aboveAppetite(),
                risk.reviewsOverdue(),
                expected,
                issues.open(project.id()),
                approved.count(),
                owed,
                hours(project, end),
                benefits(project),
                vendors(project, risk, today));
        return Standing.of(
                snapshot, Measures.of(snapshot, approved.cost()), owed != null && owed.isBefore(today), said);
    }

    private StatusSnapshot.@Nullable Hours hours(Project project, LocalDate end) {
        return allocations
                .staffing(project.id(), end)
                .map(staffing -> new StatusSnapshot.Hours(staffing.neededHours(), staffing.gapHours()))
                .orElse(null);
    }

    private StatusSnapshot.@Nullable Benefits benefits(Project project) {
        var standing = benefits.standing(project.id());
        return standing.tracked() == 0
                ? null
                : new StatusSnapshot.Benefits(
                        standing.tracked(), standing.measured(), standing.farthest(), standing.off());
    }

    private StatusSnapshot.@Nullable Vendors vendors(Project project, RiskStanding risk, LocalDate today) {
        var ordered = ledger.ordered(project.id());
        var found = issues.ofVendors(project.id(), today);
        if (ordered == null && risk.ofVendors() == 0 && found.all() == 0) {
            return null;
        }
        return new StatusSnapshot.Vendors(
                ordered == null ? null : new Money(ordered, project.currency()),
                new Money(risk.expectedOfVendors(), project.currency()),
                found.open(),
                found.overdue());
    }

    /** What the PPM expects, or else the budgets of the schedule. */
    private static @Nullable Money cost(Project project, @Nullable Variance variance) {
        var expected = project.expectedCost();
        return expected != null ? expected : variance == null ? null : variance.cost();
    }

    private static StatusSnapshot.Distance distance(Variance variance, Variance.Against from, @Nullable Money cost) {
        var more = (cost == null ? variance.cost() : cost).minus(from.cost());
        return new StatusSnapshot.Distance(
                from.finish(),
                from.cost(),
                from.finishDays(),
                from.finishShare(),
                more,
                Ratio.of(more.amount(), from.cost().amount()));
    }

    private static StatusSnapshot.Earned earned(ProgressPeriod period) {
        var value = period.figures().value();
        var schedule = period.figures().schedule();
        return new StatusSnapshot.Earned(
                period.end(),
                period.isClosed(),
                value.planned(),
                value.earned(),
                value.actual(),
                value.spi(),
                value.cpi(),
                schedule.spiT());
    }
}
