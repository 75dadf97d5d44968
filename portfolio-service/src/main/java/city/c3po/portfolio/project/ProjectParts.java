package city.c3po.portfolio.project;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Action;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Seen;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;

/**
 * The records of one kind that belong to projects.
 *
 * @param <A> the record
 * @param <X> what callers can do to it
 */
public abstract class ProjectParts<A extends ProjectPart<X>, X extends Enum<X> & Action>
        extends Aggregates<A, UUID, X> {
    private final Class<A> type;

    protected ProjectParts(Class<A> type, EntityManager entities, Journal journal) {
        super(type, entities, journal);
        this.type = type;
    }

    /** That of this project; another project's is not here. */
    public A of(UUID project, UUID id, Actor by) {
        return Optional.ofNullable(entities().find(type, id))
                .filter(found ->
                        found.project().id().equals(project) && found.access().visibleTo(by))
                .orElseThrow(Convention.NOT_FOUND::violated);
    }

    public A change(UUID project, UUID id, Actor by, Seen seen, X action, Verb<A> verb) {
        of(project, id, by);
        return change(id, by, seen, action, verb);
    }
}
