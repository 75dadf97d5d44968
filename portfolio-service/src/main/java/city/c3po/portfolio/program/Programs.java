package city.c3po.portfolio.program;

import static city.c3po.portfolio.program.ProgramRule.KNOWN_PROGRAM;
import static city.c3po.portfolio.program.ProgramRule.NOT_PLACED_AHEAD;
import static city.c3po.portfolio.program.ProgramRule.NO_CYCLE;
import static city.c3po.portfolio.program.ProgramRule.PROGRAM_ACTIVE;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.value.Reference;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The programs, and the tree they form. */
@Singleton
public class Programs extends Aggregates<Program, UUID, ProgramAction> {
    Programs(EntityManager entities, Journal journal) {
        super(Program.class, entities, journal);
    }

    /** The program that something is about to be placed in: there, visible, active, and not closed meanwhile. */
    public Reference taking(UUID program, Actor by) {
        var found = Optional.ofNullable(entities().find(Program.class, program, LockModeType.PESSIMISTIC_READ))
                .filter(known -> known.access().visibleTo(by))
                .orElseThrow(KNOWN_PROGRAM::violated);
        PROGRAM_ACTIVE.require(found.isActive(), Map.of("program", found.reference()));
        return found.reference();
    }

    Program place(UUID id, @Nullable UUID parent, LocalDate from, LocalDate today, Actor by, Seen seen, Instant at) {
        NOT_PLACED_AHEAD.require(!from.isAfter(today), Map.of("from", from, "today", today));
        awaitTurn();
        return change(id, by, seen, ProgramAction.PLACE, program -> {
            var into = parent == null ? null : taking(parent, by);
            if (parent != null) {
                requireNoCycle(id, parent, from);
            }
            return program.place(by, into, from, at);
        });
    }

    Program close(UUID id, Actor by, Seen seen, Instant at) {
        return change(id, by, seen, ProgramAction.CLOSE, program -> program.close(by, openInside(id), at));
    }

    /** Placements take turns: two that are each harmless could close a ring together. The table's trigger does too. */
    private void awaitTurn() {
        entities()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('program-tree', 0))", Integer.class)
                .getResultList();
    }

    private void requireNoCycle(UUID id, UUID parent, LocalDate from) {
        var path = entities()
                .unwrap(Session.class)
                .createNativeQuery("""
                        with recursive up (program, span, path) as (
                            select cast(:parent as uuid), daterange(:from, null), array[cast(:parent as uuid)]
                            union all
                            select m.program, up.span * m.valid, up.path || m.program
                            from up join membership m on m.kind = 'program' and m.child = up.program
                                and m.valid && up.span and not m.program = any(up.path)
                        )
                        select array_to_string(path, ' ') from up where program = cast(:id as uuid) limit 1""", String.class)
                .setParameter("parent", parent)
                .setParameter("from", from)
                .setParameter("id", id)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        if (!path.isEmpty()) {
            throw NO_CYCLE.violated(Map.of("path", List.of(path.getFirst().split(" "))));
        }
    }

    /** Numbers of what is inside and goes on; a few tell enough. */
    private List<String> openInside(UUID id) {
        return entities()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select number from (
                            select p.number from membership m join program p on p.id = m.child
                            where m.kind = 'program' and m.program = :id and upper_inf(m.valid) and p.state = 'ACTIVE'
                            union all
                            select p.number from membership m join project p on p.id = m.child
                            where m.kind = 'project' and m.program = :id and upper_inf(m.valid)
                              and p.state not in ('CLOSED', 'CANCELLED')
                        ) inside order by number limit 20""", String.class)
                .setParameter("id", id)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }
}
