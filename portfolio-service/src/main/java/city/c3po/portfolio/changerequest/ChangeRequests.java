package city.c3po.portfolio.changerequest;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.value.Money;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.project.ProjectFacts;
import city.c3po.portfolio.project.ProjectParts;
import city.c3po.portfolio.project.Projects;
import city.c3po.portfolio.reference.CityDay;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The change requests, and how much was approved in all. */
@Singleton
public class ChangeRequests extends ProjectParts<ChangeRequest, ChangeRequestAction> {
    private final Projects projects;
    private final ProjectFacts facts;
    private final CityDay day;
    private final BigDecimal share;

    ChangeRequests(
            EntityManager entities,
            Journal journal,
            Projects projects,
            ProjectFacts facts,
            CityDay day,
            @ConfigProperty(name = "c3po.changes.sponsor-share") BigDecimal share) {
        super(ChangeRequest.class, entities, journal);
        this.projects = projects;
        this.facts = facts;
        this.day = day;
        this.share = share;
    }

    /** @param issue the one that asks for it; null where none does */
    public ChangeRequest draft(UUID project, Actor by, ChangeText text, @Nullable Reference issue, Instant at) {
        var owner = projects.get(project, by);
        return add(
                new ChangeRequest(owner, by, text, issue, day.of(at).getYear(), at),
                by,
                request -> request.draft(by, at));
    }

    ChangeRequest approve(
            UUID project, UUID id, Actor by, Seen seen, String why, @Nullable String decision, Instant at) {
        var owner = projects.get(project, by);
        // decisions on one project take turns: each must see the sum that the one before it made
        entities().lock(owner, LockModeType.PESSIMISTIC_WRITE);
        var approved = change(project, id, by, seen, ChangeRequestAction.APPROVE, request -> {
            var asked = request.assessed();
            var authority = Authority.of(
                    request.first(),
                    originalStart(project),
                    share,
                    approvedIn(project),
                    asked == null ? new Impact(Money.zero(), 0, null) : asked);
            return request.approve(by, why, decision, authority, at);
        });
        if (Boolean.TRUE.equals(approved.text().newApproach())) {
            facts.offCourse(project, List.of("A change of the approach was approved."), at);
        }
        return approved;
    }

    private LocalDate originalStart(UUID project) {
        return entities()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select (content ->> 'start')::date from baseline where project = :project and ordinal = 0",
                        LocalDate.class)
                .setParameter("project", project)
                .getSingleResult();
    }

    /** What was approved since Baseline 0, without signs. */
    public Approved approvedIn(UUID project) {
        var row = entities()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select coalesce(sum(abs((impact -> 'cost' ->> 'amount')::numeric)), 0),
                               coalesce(sum(abs((impact ->> 'days')::int)), 0), count(*)
                        from change_request where project = :project and state in ('APPROVED', 'IMPLEMENTED')\
                        """, Tuple.class)
                .setParameter("project", project)
                .getSingleResult();
        return new Approved(
                row.get(0, BigDecimal.class),
                row.get(1, Number.class).intValue(),
                row.get(2, Number.class).intValue());
    }

    /** What was approved and no baseline has carried out yet, oldest first. */
    public List<ChangeRequest> toImplement(UUID project) {
        return entities()
                .createQuery(
                        "from ChangeRequest where project.id = :project and state = :approved order by createdAt, id",
                        ChangeRequest.class)
                .setParameter("project", project)
                .setParameter("approved", ChangeRequestState.APPROVED)
                .getResultList();
    }

    public void implemented(List<ChangeRequest> requests, Reference baseline, Actor by, Instant at) {
        changeAll(
                requests.stream().map(ChangeRequest::id).toList(),
                by,
                ChangeRequestAction.IMPLEMENT,
                request -> request.implement(by, baseline, at));
    }
}
