package city.c3po.portfolio.risk;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import city.c3po.portfolio.issue.IssueText;
import city.c3po.portfolio.issue.Issues;
import city.c3po.portfolio.project.ProjectParts;
import city.c3po.portfolio.project.Projects;
import city.c3po.portfolio.reference.CityDay;
import city.c3po.portfolio.reference.KnownReferences;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hibernate.Session;

/** The risks, the issues that they become, and what they come to in figures. */
@Singleton
public class Risks extends ProjectParts<Risk, RiskAction> {
    private final Projects projects;
    private final Issues issues;
    private final RiskScales scales;
    private final KnownReferences known;
    private final CityDay day;

    Risks(
            EntityManager entities,
            Journal journal,
            Projects projects,
            Issues issues,
            RiskScales scales,
            KnownReferences known,
            CityDay day) {
        super(Risk.class, entities, journal);
        this.projects = projects;
        this.issues = issues;
        this.scales = scales;
        this.known = known;
        this.day = day;
    }

    Risk identify(UUID project, Actor by, RiskText text, Instant at) {
        var owner = projects.get(project, by);
        return add(
                new Risk(owner, by, text, scales.inForce(), day.of(at), at),
                by,
                risk -> checked(by, risk, risk.identify(by, at)));
    }

    Risk edit(UUID project, UUID id, Actor by, Seen seen, UnaryOperator<RiskText> better, Instant at) {
        of(project, id, by);
        return edit(
                id,
                by,
                seen,
                RiskAction.EDIT,
                risk -> checked(by, risk, risk.edit(by, better.apply(risk.text()), scales.inForce(), at)));
    }

    private List<RiskEvent> checked(Actor by, Risk risk, List<RiskEvent> events) {
        known.check(by).vendor(risk.text().vendor()).require();
        return events;
    }

    /** Risk and issue are written in one transaction, and each names the other. */
    Risk occur(UUID project, UUID id, Actor by, Seen seen, IssueText text, Instant at) {
        return change(project, id, by, seen, RiskAction.OCCUR, risk -> {
            risk.requireMayOccur(by);
            var issue = issues.raise(project, by, text.about(risk.text().vendor()), risk.reference(), at);
            return risk.occur(by, issue.reference(), at);
        });
    }

    /** Of the open ones, oldest first. */
    public List<RiskExposure> exposures(UUID project) {
        return open(project)
                .map(risk -> RiskExposure.of(risk, scales.inForce()))
                .toList();
    }

    public RiskStanding standing(UUID project, LocalDate today) {
        var scale = scales.inForce();
        var open = open(project).toList();
        return new RiskStanding(
                open.size(),
                (int) open.stream()
                        .filter(risk -> scale.isAboveAppetite(risk.current()))
                        .count(),
                (int) open.stream().filter(risk -> risk.overdue(today)).count(),
                open.stream().mapToInt(risk -> risk.current().score()).max().orElse(0),
                expected(open.stream(), scale),
                ofVendors(project),
                expected(open.stream().filter(risk -> risk.text().vendor() != null), scale));
    }

    private static BigDecimal expected(Stream<Risk> risks, RiskScale scale) {
        return risks.map(risk -> RiskExposure.of(risk, scale).expected()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private int ofVendors(UUID project) {
        return entities()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select count(*) from risk where project = :project and text ->> 'vendor' is not null",
                        Long.class)
                .setParameter("project", project)
                .getSingleResult()
                .intValue();
    }

    private Stream<Risk> open(UUID project) {
        return entities()
                .createQuery(
                        "from Risk where project.id = :project and state = OPEN order by createdAt, id", Risk.class)
                .setParameter("project", project)
                .getResultList()
                .stream();
    }
}
