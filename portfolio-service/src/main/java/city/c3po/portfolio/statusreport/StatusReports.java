package city.c3po.portfolio.statusreport;

import static city.c3po.portfolio.statusreport.StatusRule.END_OF_PERIOD;
import static city.c3po.portfolio.statusreport.StatusRule.REPORTED_IN_ORDER;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Seen;
import city.c3po.portfolio.project.Cadence;
import city.c3po.portfolio.project.ProjectColour;
import city.c3po.portfolio.project.ProjectFacts;
import city.c3po.portfolio.project.ProjectParts;
import city.c3po.portfolio.project.Projects;
import city.c3po.portfolio.reference.CityDay;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The reports, and what follows from one that is published. */
@Singleton
class StatusReports extends ProjectParts<StatusReport, StatusReportAction> {
    private final Projects projects;
    private final ProjectFacts facts;
    private final StatusFigures figures;
    private final Divergences divergences;
    private final ResponsePlans plans;
    private final CityDay day;

    StatusReports(
            EntityManager entities,
            Journal journal,
            Projects projects,
            ProjectFacts facts,
            StatusFigures figures,
            Divergences divergences,
            ResponsePlans plans,
            CityDay day) {
        super(StatusReport.class, entities, journal);
        this.projects = projects;
        this.facts = facts;
        this.figures = figures;
        this.divergences = divergences;
        this.plans = plans;
        this.day = day;
    }

    /** Creates the report at the first time; after that it is said anew as long as it is a draft. */
    StatusReport say(UUID project, LocalDate end, Actor by, Seen seen, StatusText said, Instant at) {
        var owner = projects.get(project, by);
        var cadence = Cadence.of(owner.tier());
        END_OF_PERIOD.require(cadence.ends(end) && !end.isAfter(cadence.running(day.of(at))));
        var known = found(project, "end = :end", Map.of("end", end));
        if (known.isPresent()) {
            return edit(
                    known.get().id(),
                    by,
                    seen,
                    StatusReportAction.SAY,
                    report -> report.say(by, said, standing(report, said, by, at), at));
        }
        seen.mustAllowCreation();
        // two first reports of one project take turns
        entities().lock(owner, LockModeType.PESSIMISTIC_WRITE);
        var other = found(project, "(state = DRAFT or end > :end)", Map.of("end", end));
        REPORTED_IN_ORDER.require(
                other.isEmpty(), Map.of("other", other.map(StatusReport::href).orElse("")));
        return add(
                new StatusReport(owner, end, at),
                by,
                report -> report.say(by, said, standing(report, said, by, at), at));
    }

    StatusReport publish(UUID project, LocalDate end, Actor by, Seen seen, Instant at) {
        var published = change(
                of(project, end, by).id(),
                by,
                seen,
                StatusReportAction.PUBLISH,
                report -> report.publish(by, standing(report, report.text(), by, at), plans.anyOpen(project), at));
        var standing = published.standing();
        divergences.register(published, by, at);
        var plan = published.text().responsePlan();
        if (standing.red() && plan != null) {
            plans.open(published, by, plan, at);
        }
        facts.coloured(
                project,
                new ProjectColour(
                        standing.computed(),
                        standing.reported(),
                        published.text().reason(),
                        end,
                        Cadence.of(published.project().tier()).next(end)),
                at);
        return published;
    }

    private Standing standing(StatusReport report, StatusText said, Actor by, Instant at) {
        return figures.standing(report.project(), report.end(), said, by, day.of(at));
    }

    StatusReport of(UUID project, LocalDate end, Actor by) {
        projects.get(project, by);
        return found(project, "end = :end", Map.of("end", end)).orElseThrow(Convention.NOT_FOUND::violated);
    }

    private Optional<StatusReport> found(UUID project, String condition, Map<String, LocalDate> parameters) {
        var query = entities()
                .createQuery(
                        "from StatusReport where project.id = :project and " + condition + " order by end desc",
                        StatusReport.class)
                .setParameter("project", project);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(1).getResultStream().findFirst();
    }
}
