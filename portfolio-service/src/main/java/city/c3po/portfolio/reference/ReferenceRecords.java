package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** The records of one kind of reference data. */
abstract class ReferenceRecords<R extends ReferenceRecord<S>, S extends Said<S>>
        extends Aggregates<R, String, ReferenceAction> {
    ReferenceRecords(Class<R> type, EntityManager entities, Journal journal) {
        super(type, entities, journal);
    }

    abstract R fresh(String id, Actor by, S said);

    R record(String id, Actor by, Seen seen, S said, Instant at) {
        Supplier<R> fresh = () -> fresh(id, by, said);
        return put(
                id,
                by,
                seen,
                ReferenceAction.RECORD,
                fresh,
                record -> checked(id, said, record.record(by, said, at)),
                record -> checked(id, said, record.record(by, said, at)));
    }

    /** What only the other records of the kind can tell. */
    void requireFree(String id, S said) {}

    private List<ReferenceEvent> checked(String id, S said, List<ReferenceEvent> events) {
        requireFree(id, said);
        return events;
    }
}
