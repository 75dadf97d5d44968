package city.c3po.portfolio.forecast;

import static city.c3po.portfolio.forecast.ForecastRunRule.ACTIVITIES_LEFT;
import static city.c3po.portfolio.forecast.ForecastRunRule.RUN_WITHIN_BOUNDS;
import static city.c3po.portfolio.project.ProjectRule.PPM_OR_OFFICE;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Journal;
import city.c3po.platform.web.Refusal;
import city.c3po.portfolio.baseline.Baselines;
import city.c3po.portfolio.cost.CostKind;
import city.c3po.portfolio.cost.Ledger;
import city.c3po.portfolio.project.ProjectParts;
import city.c3po.portfolio.risk.RiskExposure;
import city.c3po.portfolio.risk.Risks;
import city.c3po.portfolio.schedule.ScheduledActivity;
import city.c3po.portfolio.schedule.Schedules;
import city.c3po.portfolio.schedule.network.Network;
import city.c3po.portfolio.schedule.network.Progress;
import city.c3po.portfolio.simulation.Assumptions;
import city.c3po.portfolio.simulation.Forecast;
import city.c3po.portfolio.simulation.Spread;
import city.c3po.portfolio.simulation.Uncertainty;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** The forecasts, and what goes into one. */
@Singleton
public class ForecastRuns extends ProjectParts<ForecastRun, ForecastRunAction> {
    private static final long MOST_STEPS = 20_000_000;
    /** Beyond it not every reader of JSON keeps a number as it is. */
    private static final long MOST_SEED = 1L << 53;

    private final Schedules schedules;
    private final Baselines baselines;
    private final Ledger ledger;
    private final Risks register;
    /** A run takes a core for seconds; more than two at once are asked to come again. */
    private final Semaphore turns = new Semaphore(2, true);

    ForecastRuns(
            EntityManager entities,
            Journal journal,
            Schedules schedules,
            Baselines baselines,
            Ledger ledger,
            Risks register) {
        super(ForecastRun.class, entities, journal);
        this.schedules = schedules;
        this.baselines = baselines;
        this.ledger = ledger;
        this.register = register;
    }

    ForecastRun run(UUID project, Actor by, ForecastAsked asked, Instant at) {
        var schedule = schedules.written(project, by);
        // before a core is kept busy for somebody who may not ask
        PPM_OR_OFFICE.require(schedule.project().ledBy(by) || by.has(Roles.PORTFOLIO_MANAGER));
        asked.requireSound();
        int runs = Objects.requireNonNull(asked.runs());
        RUN_WITHIN_BOUNDS.require(
                (long) runs * schedule.summary().activities() <= MOST_STEPS, Map.of("most", MOST_STEPS));
        var plan = schedules.plan(project, by);
        var left = schedules.activities(project, by).stream()
                .filter(activity -> activity.dates().progress() != Progress.FINISHED)
                .toList();
        ACTIVITIES_LEFT.require(!left.isEmpty());
        var seed = asked.seed() == null ? ThreadLocalRandom.current().nextLong(MOST_SEED) : asked.seed();
        var risks = asked.risks() == null ? registered(project, plan.network()) : asked.risks();
        var baseline = baselines.current(project).orElse(null);
        var spent = ledger.sum(project, CostKind.ACTUAL, null);
        var assumptions = new Assumptions(
                left.stream().map(ForecastRuns::uncertainty).toList(),
                risks.stream().map(RiskAssumed::driver).toList(),
                spent == null ? BigDecimal.ZERO : spent,
                runs,
                seed,
                baseline == null ? null : baseline.finish(),
                baseline == null ? null : baseline.cost().amount());
        var forecast = inTurn(() -> Forecast.of(
                plan.network(), schedules.calendarOf(plan), Objects.requireNonNull(plan.dataDate()), assumptions));
        var run = new ForecastRun(
                schedule.project(),
                by,
                runs,
                seed,
                schedule.summary().sha256(),
                risks,
                ForecastResult.of(forecast, schedule.project().currency()),
                at);
        return add(run, by, fresh -> fresh.run(by, at));
    }

    /** What the register says of the open risks, as far as the schedule still knows the activities they touch. */
    private List<RiskAssumed> registered(UUID project, Network network) {
        return register.exposures(project).stream()
                .filter(RiskExposure::quantified)
                .map(exposure -> RiskAssumed.of(exposure, network))
                .toList();
    }

    /** The last one that was run. */
    public Optional<ForecastRun> last(UUID project) {
        return entities()
                .createQuery(
                        "from ForecastRun where project.id = :project order by createdAt desc, id desc",
                        ForecastRun.class)
                .setParameter("project", project)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Of a running activity only what remains: its money in proportion to its days. */
    private static Uncertainty uncertainty(ScheduledActivity planned) {
        var said = planned.said();
        int duration = Objects.requireNonNull(said.duration());
        int remaining = said.remaining() == null ? duration : said.remaining();
        double share = duration == 0 ? 1 : Math.min(1, (double) remaining / duration);
        var days = said.days() == null ? new Spread.Fixed(remaining) : Spreads.of(said.days(), share);
        var budget = said.budget() == null ? BigDecimal.ZERO : said.budget();
        var cost =
                said.cost() == null ? new Spread.Fixed(budget.doubleValue() * share) : Spreads.of(said.cost(), share);
        return new Uncertainty(said.id(), days, cost, 0);
    }

    private Forecast inTurn(Supplier<Forecast> simulation) {
        if (!turns.tryAcquire()) {
            throw Refusal.TOO_MANY_REQUESTS.refused(Map.of("Retry-After", "5"));
        }
        try {
            return simulation.get();
        } finally {
            turns.release();
        }
    }
}
