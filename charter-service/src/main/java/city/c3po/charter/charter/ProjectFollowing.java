package city.c3po.charter.charter;

import city.c3po.charter.project.ProjectFollower;
import city.c3po.charter.project.Projects;
import city.c3po.charter.template.CharterTemplates;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Later edits of a project reach its charter: departments, who sponsors and who runs it. Those that are over stay as they
 * were.
 */
@Singleton
class ProjectFollowing implements ProjectFollower {
    /** Reads and follows whatever is open, as whoever runs the office would. */
    private static final Actor SUITE = new Actor(
            Actor.SYSTEM.sub(),
            Actor.SYSTEM.issuer(),
            Actor.SYSTEM.client(),
            Actor.SYSTEM.name(),
            Set.of(Roles.PORTFOLIO_MANAGER),
            Set.of(),
            Set.of(),
            Set.of(),
            null,
            null);

    private final Charters charters;
    private final Projects projects;
    private final CharterTemplates templates;
    private final EntityManager entities;
    private final InstantSource clock;

    ProjectFollowing(
            Charters charters,
            Projects projects,
            CharterTemplates templates,
            EntityManager entities,
            InstantSource clock) {
        this.charters = charters;
        this.projects = projects;
        this.templates = templates;
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public void told(Set<String> told, Set<String> departments) {
        if (!told.isEmpty() || !departments.isEmpty()) {
            concerned(told, departments).forEach(this::follow);
        }
    }

    /** Locked one after the other in the order of their ids, as everywhere. */
    @SuppressWarnings("unchecked")
    private List<UUID> concerned(Set<String> told, Set<String> departments) {
        return entities.createNativeQuery("""
                        select id from charter
                        where project ->> 'id' = any (:projects) and state not in ('CLOSED', 'CANCELLED')
                        union
                        select c.id from unnest(cast(:departments as text[])) d
                        join charter c on c.departments @> to_jsonb(array[d]) and c.state in ('DRAFT', 'IN_REVIEW')
                        order by 1""", UUID.class)
                .setParameter("projects", told.toArray(String[]::new))
                .setParameter("departments", departments.toArray(String[]::new))
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    private void follow(UUID id) {
        charters.edit(id, SUITE, Seen.whatever(), CharterAction.FOLLOW_PROJECT, charter -> {
            var told = projects.known(charter.project().id());
            var asked = templates.of(UUID.fromString(charter.template().id())).text();
            return charter.follow(SUITE, told, asked, projects.heads(told.departments()), clock.instant());
        });
    }
}
