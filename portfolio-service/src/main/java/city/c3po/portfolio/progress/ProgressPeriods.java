package city.c3po.portfolio.progress;

import static city.c3po.portfolio.progress.ProgressRule.END_OF_MONTH;
import static city.c3po.portfolio.progress.ProgressRule.IN_ORDER;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Seen;
import city.c3po.portfolio.cost.Ledger;
import city.c3po.portfolio.project.ProjectParts;
import city.c3po.portfolio.project.Projects;
import city.c3po.portfolio.reference.CityDay;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The periods, in order. */
@Singleton
public class ProgressPeriods extends ProjectParts<ProgressPeriod, ProgressPeriodAction> {
    private final Projects projects;
    private final EarnedPlan plan;
    private final Ledger ledger;
    private final CityDay day;

    ProgressPeriods(
            EntityManager entities, Journal journal, Projects projects, EarnedPlan plan, Ledger ledger, CityDay day) {
        super(ProgressPeriod.class, entities, journal);
        this.projects = projects;
        this.plan = plan;
        this.ledger = ledger;
        this.day = day;
    }

    /** Creates the period at the first time; after that it is said anew as long as it is open. */
    ProgressPeriod record(UUID project, LocalDate end, Actor by, Seen seen, PeriodText said, Instant at) {
        var owner = projects.get(project, by);
        END_OF_MONTH.require(end.equals(YearMonth.from(end).atEndOfMonth())
                && !YearMonth.from(end).isAfter(YearMonth.from(day.of(at))));
        var known = found(project, "end = :end", Map.of("end", end));
        if (known.isPresent()) {
            return edit(
                    known.get().id(),
                    by,
                    seen,
                    ProgressPeriodAction.RECORD,
                    period -> period.record(by, said, plan.figures(project, end, said), at));
        }
        seen.mustAllowCreation();
        // two first records of one project take turns
        entities().lock(owner, LockModeType.PESSIMISTIC_WRITE);
        var other = found(project, "(state = OPEN or end > :end)", Map.of("end", end));
        IN_ORDER.require(
                other.isEmpty(), Map.of("open", other.map(ProgressPeriod::href).orElse("")));
        return add(
                new ProgressPeriod(owner, end),
                by,
                period -> period.record(by, said, plan.figures(project, end, said), at));
    }

    ProgressPeriod close(UUID project, LocalDate end, Actor by, Seen seen, Instant at) {
        var closed = change(
                of(project, end, by).id(),
                by,
                seen,
                ProgressPeriodAction.CLOSE,
                period -> period.close(by, plan.figures(project, end, period.text()), at));
        ledger.close(project, end);
        return closed;
    }

    ProgressPeriod of(UUID project, LocalDate end, Actor by) {
        projects.get(project, by);
        return found(project, "end = :end", Map.of("end", end)).orElseThrow(Convention.NOT_FOUND::violated);
    }

    /** The last one at or before a day. */
    public Optional<ProgressPeriod> last(UUID project, LocalDate until) {
        return found(project, "end <= :end", Map.of("end", until));
    }

    /** All of them, oldest first. */
    public List<ProgressPeriod> all(UUID project) {
        return entities()
                .createQuery("from ProgressPeriod where project.id = :project order by end", ProgressPeriod.class)
                .setParameter("project", project)
                .getResultList();
    }

    private Optional<ProgressPeriod> found(UUID project, String condition, Map<String, LocalDate> parameters) {
        var query = entities()
                .createQuery(
                        "from ProgressPeriod where project.id = :project and " + condition + " order by end desc",
                        ProgressPeriod.class)
                .setParameter("project", project);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(1).getResultStream().findFirst();
    }
}
