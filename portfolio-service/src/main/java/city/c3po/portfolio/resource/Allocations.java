package city.c3po.portfolio.resource;

import static city.c3po.portfolio.resource.ResourceRule.CAPACITY_SAID;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import city.c3po.portfolio.project.ProjectParts;
import city.c3po.portfolio.project.Projects;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The allocations; whoever confirms or allocates locks the capacity first, so that nobody counts on the same hours. */
@Singleton
class Allocations extends ProjectParts<Allocation, AllocationAction> {
    private final Projects projects;
    private final Capacities capacities;

    Allocations(EntityManager entities, Journal journal, Projects projects, Capacities capacities) {
        super(Allocation.class, entities, journal);
        this.projects = projects;
        this.capacities = capacities;
    }

    Allocation plan(UUID project, Actor by, AllocationText text, Instant at) {
        var owner = projects.get(project, by);
        return add(new Allocation(owner, by, capacity(text), text, at), by, allocation -> allocation.plan(by, at));
    }

    Allocation edit(UUID project, UUID id, Actor by, Seen seen, UnaryOperator<AllocationText> better, Instant at) {
        of(project, id, by);
        return edit(id, by, seen, AllocationAction.EDIT, allocation -> {
            var text = better.apply(allocation.text());
            return allocation.edit(by, capacity(text), text, at);
        });
    }

    Allocation confirm(UUID project, UUID id, Actor by, Seen seen, Instant at) {
        capacities.locked(of(project, id, by).capacity().id());
        return change(
                project,
                id,
                by,
                seen,
                AllocationAction.CONFIRM,
                allocation -> allocation.confirm(by, gap(allocation), at));
    }

    Allocation allocate(UUID project, UUID id, Actor by, Seen seen, @Nullable String override, Instant at) {
        capacities.locked(of(project, id, by).capacity().id());
        return change(
                project,
                id,
                by,
                seen,
                AllocationAction.ALLOCATE,
                allocation -> allocation.allocate(by, gap(allocation), override, at));
    }

    /** What this one takes beside everybody else. */
    Gap gap(Allocation allocation) {
        var others =
                capacities.load(allocation.capacity().id()).without(allocation.allocationState(), allocation.hours());
        return Gap.of(allocation.capacity(), others, allocation.hours());
    }

    private Capacity capacity(AllocationText text) {
        return capacities.known(text.key().id()).orElseThrow(CAPACITY_SAID::violated);
    }
}
