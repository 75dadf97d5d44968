package city.c3po.portfolio.issue;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.changerequest.ChangeRequests;
import city.c3po.portfolio.changerequest.ChangeText;
import city.c3po.portfolio.project.ProjectParts;
import city.c3po.portfolio.project.Projects;
import city.c3po.portfolio.reference.CityDay;
import city.c3po.portfolio.reference.KnownReferences;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The issues, and the change requests that they lead to. */
@Singleton
public class Issues extends ProjectParts<Issue, IssueAction> {
    private final Projects projects;
    private final ChangeRequests requests;
    private final KnownReferences known;
    private final CityDay day;

    Issues(
            EntityManager entities,
            Journal journal,
            Projects projects,
            ChangeRequests requests,
            KnownReferences known,
            CityDay day) {
        super(Issue.class, entities, journal);
        this.projects = projects;
        this.requests = requests;
        this.known = known;
        this.day = day;
    }

    /** @param risk the one that occurred; null where none was known */
    public Issue raise(UUID project, Actor by, IssueText text, @Nullable Reference risk, Instant at) {
        var owner = projects.get(project, by);
        return add(
                new Issue(owner, by, text, risk, day.of(at).getYear(), at),
                by,
                issue -> checked(by, issue, issue.raise(by, at)));
    }

    Issue edit(UUID project, UUID id, Actor by, Seen seen, UnaryOperator<IssueText> better, Instant at) {
        of(project, id, by);
        return edit(
                id,
                by,
                seen,
                IssueAction.EDIT,
                issue -> checked(by, issue, issue.edit(by, better.apply(issue.text()), at)));
    }

    private List<IssueEvent> checked(Actor by, Issue issue, List<IssueEvent> events) {
        known.check(by).vendor(issue.text().vendor()).require();
        return events;
    }

    public int open(UUID project) {
        return entities()
                .createQuery("select count(*) from Issue where project.id = :project and state = OPEN", Long.class)
                .setParameter("project", project)
                .getSingleResult()
                .intValue();
    }

    /** Those that name a vendor, solved or not. */
    public VendorIssues ofVendors(UUID project, LocalDate today) {
        var row = entities()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select count(*), count(*) filter (where state = 'OPEN'),
                               count(*) filter (where state = 'OPEN' and (text ->> 'due')::date < :today)
                        from issue where project = :project and text ->> 'vendor' is not null\
                        """, Tuple.class)
                .setParameter("project", project)
                .setParameter("today", today)
                .getSingleResult();
        return new VendorIssues(count(row, 0), count(row, 1), count(row, 2));
    }

    private static int count(Tuple row, int column) {
        return row.get(column, Number.class).intValue();
    }

    /** Both are written in one transaction, and each names the other. */
    Issue requestChange(UUID project, UUID id, Actor by, Seen seen, ChangeText text, Instant at) {
        return change(project, id, by, seen, IssueAction.REQUEST_CHANGE, issue -> {
            var request = requests.draft(project, by, text, issue.reference(), at);
            return issue.requestChange(by, request.reference(), at);
        });
    }
}
