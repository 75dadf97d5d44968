package city.c3po.inventory.source;

import static city.c3po.inventory.source.SourceRule.NO_IMPORT_UNDER_WAY;

import city.c3po.inventory.reference.Itself;
import city.c3po.inventory.reference.KnownReferences;
import city.c3po.inventory.reference.ReferenceType;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The sources. */
@Singleton
class Sources extends Aggregates<Source, String, SourceAction> {
    private final KnownReferences known;

    Sources(EntityManager entities, Journal journal, KnownReferences known) {
        super(Source.class, entities, journal);
        this.known = known;
    }

    Source put(String code, Actor by, Seen seen, SourceText said, Instant at) {
        known.check()
                .that(ReferenceType.DEPARTMENT, "/department", said.department())
                .require();
        return put(
                code,
                by,
                seen,
                SourceAction.RECORD,
                () -> new Source(code, said),
                source -> source.register(by, at),
                source -> source.record(by, said, at));
    }

    Source withdraw(String code, String reason, Actor by, Seen seen, Instant at) {
        return change(code, by, seen, SourceAction.WITHDRAW, source -> {
            requireNoImport(code);
            return source.withdraw(by, reason, at);
        });
    }

    Source reinstate(String code, String reason, Actor by, Seen seen, Instant at) {
        return change(code, by, seen, SourceAction.REINSTATE, source -> source.reinstate(by, reason, at));
    }

    /** Those whose assets are to be weighed anew. */
    List<String> waiting() {
        return entities()
                .createNativeQuery("select id from source where reconsidering is not null order by id", String.class)
                .getResultList();
    }

    void reconsidered(String code, Instant at) {
        edit(code, Itself.ACTOR, Seen.whatever(), SourceAction.RECORD, source -> source.reconsidered(at));
    }

    private void requireNoImport(String code) {
        entities()
                .createNativeQuery("""
                        select number from import
                        where source = :code and state in ('RECEIVED', 'PLANNED', 'QUARANTINED', 'APPROVED')
                        order by number""", String.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst()
                .ifPresent(number -> {
                    throw NO_IMPORT_UNDER_WAY.violated(Map.of("import", number));
                });
    }

    /** Those whose feed is late and not yet known to be, or the other way round. */
    List<String> misjudged(Instant at) {
        return entities()
                .createNativeQuery("""
                        select s.id from source s left join source_fed f on f.source = s.id
                        where s.withdrawn_at is null and (s.late_since is null)
                              = (coalesce(f.at, s.recorded_at) + make_interval(hours => s.cadence_hours) < :at)
                        order by s.id""", String.class)
                .setParameter("at", at)
                .getResultList();
    }

    void judge(String code, Instant at) {
        edit(
                code,
                Itself.ACTOR,
                Seen.whatever(),
                SourceAction.RECORD,
                source -> source.lookAtTheClock(lastFed(code), at));
    }

    private Instant lastFed(String code) {
        return (Instant) entities()
                .createNativeQuery("select at from source_fed where source = :code", Instant.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}
