package city.c3po.portfolio.resource;

import static city.c3po.portfolio.resource.ResourceRule.CAPACITY_SAID;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import city.c3po.portfolio.project.ProjectParts;
import city.c3po.portfolio.project.Projects;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The allocations; whoever confirms or allocates locks the capacity first, so that nobody counts on the same hours. */
@Singleton
public class Allocations extends ProjectParts<Allocation, AllocationAction> {
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

    /** Of this month and later ones; nothing where the project asks for no hours. What was rejected is asked for anew. */
    public Optional<Staffing> staffing(UUID project, LocalDate from) {
        return entities().unwrap(Session.class).doReturningWork(connection -> {
            try (var query = connection.prepareStatement("""
                select sum(own), sum(least(own, greatest(0, own + others - hours)))
                from (select c.hours, sum(a.hours) filter (where a.project = ?) as own,
                             coalesce(sum(a.hours) filter (
                                 where a.project <> ? and a.state in ('CONFIRMED', 'ALLOCATED')), 0) as others
                      from capacity c join allocation a on a.capacity = c.id
                      where c.month >= ? and a.state in ('PLANNED', 'REQUESTED', 'CONFIRMED', 'ALLOCATED')
                          and c.id in (select capacity from allocation where project = ?)
                      group by c.id, c.hours) each
                where own is not null\
                """)) {
                query.setObject(1, project);
                query.setObject(2, project);
                query.setObject(3, from.withDayOfMonth(1));
                query.setObject(4, project);
                try (var row = query.executeQuery()) {
                    row.next();
                    var needed = row.getBigDecimal(1);
                    return needed == null
                            ? Optional.empty()
                            : Optional.of(new Staffing(hours(needed), hours(row.getBigDecimal(2))));
                }
            }
        });
    }

    private static BigDecimal hours(BigDecimal sum) {
        return sum.setScale(2, RoundingMode.HALF_UP);
    }

    private Capacity capacity(AllocationText text) {
        return capacities.known(text.key().id()).orElseThrow(CAPACITY_SAID::violated);
    }
}
