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
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The issues, and the change requests that they lead to. */
@Singleton
public class Issues extends ProjectParts<Issue, IssueAction> {
    private final Projects projects;
    private final ChangeRequests requests;
    private final CityDay day;

    Issues(EntityManager entities, Journal journal, Projects projects, ChangeRequests requests, CityDay day) {
        super(Issue.class, entities, journal);
        this.projects = projects;
        this.requests = requests;
        this.day = day;
    }

    /** @param risk the one that occurred; null where none was known */
    public Issue raise(UUID project, Actor by, IssueText text, @Nullable Reference risk, Instant at) {
        var owner = projects.get(project, by);
        return add(new Issue(owner, by, text, risk, day.of(at).getYear(), at), by, issue -> issue.raise(by, at));
    }

    public int open(UUID project) {
        return entities()
                .createQuery("select count(*) from Issue where project.id = :project and state = OPEN", Long.class)
                .setParameter("project", project)
                .getSingleResult()
                .intValue();
    }

    /** Both are written in one transaction, and each names the other. */
    Issue requestChange(UUID project, UUID id, Actor by, Seen seen, ChangeText text, Instant at) {
        return change(project, id, by, seen, IssueAction.REQUEST_CHANGE, issue -> {
            var request = requests.draft(project, by, text, issue.reference(), at);
            return issue.requestChange(by, request.reference(), at);
        });
    }
}
