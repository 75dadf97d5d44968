package city.c3po.platform.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A batch in its transaction. Per subject: lower or equal is dropped, the next is taken, a jump is held until what is
 * missing comes. First all rows are locked and read, then decided upon in memory, then the effect acts, then all is
 * written: a handful of statements however many the records.
 */
final class InboxBatch {
    /**
     * How to go about a record that failed before.
     *
     * @param faultOfRecord it cannot be taken, and why
     * @param faultOfNext it can, but what waits behind it cannot
     */
    record Care(@Nullable String faultOfRecord, @Nullable String faultOfNext) {
        static final Care NONE = new Care(null, null);
    }

    private record Waits(InboxKey key, long version) {}

    private final Connection connection;
    private final InboxEffect effect;
    private final Care care;
    private final InboxTables tables;
    private final InboxTally tally = new InboxTally();
    private final List<InboxStep> steps = new ArrayList<>();
    private final InboxSources sources;
    private final Set<InboxKey> changedRows = new HashSet<>();
    private final Map<Waits, InboxTables.Waiting> newlyWaiting = new LinkedHashMap<>();
    private final List<InboxArrival.Nameless> nameless = new ArrayList<>();
    private final Map<UUID, String> blamed = new LinkedHashMap<>();
    private final Set<UUID> released = new HashSet<>();
    private Map<InboxKey, InboxRow> rows = Map.of();
    private Map<InboxKey, TreeMap<Long, InboxTables.Waiting>> waiting = Map.of();

    InboxBatch(Connection connection, InboxEffect effect, Care care) throws SQLException {
        this.connection = connection;
        this.effect = effect;
        this.care = care;
        this.tables = new InboxTables(connection);
        this.sources = new InboxSources(tables, steps);
    }

    InboxTally take(List<InboxRecord> records) throws SQLException {
        var arrivals = records.stream().map(InboxArrival::of).toList();
        effect.lock(connection);
        read(arrivals);
        for (var arrival : arrivals) {
            switch (arrival) {
                case InboxArrival.Fact fact -> take(fact);
                case InboxArrival.Mark mark
                when care.faultOfRecord() != null ->
                    take(new InboxArrival.Nameless(mark.record(), care.faultOfRecord()));
                case InboxArrival.Mark mark -> take(mark);
                case InboxArrival.Nameless stranger -> take(stranger);
            }
        }
        if (!steps.isEmpty()) {
            effect.apply(connection, steps);
        }
        write();
        return tally;
    }

    private void read(List<InboxArrival> arrivals) throws SQLException {
        sources.read(arrivals);
        var facts = arrivals.stream()
                .filter(InboxArrival.Fact.class::isInstance)
                .map(InboxArrival.Fact.class::cast)
                .filter(fact ->
                        fact.envelope().epoch() >= sources.epoch(fact.record().source()))
                .toList();
        rows = tables.lock(facts.stream().map(InboxArrival.Fact::key).collect(Collectors.toSet()));
        waiting = tables.waiting(facts.stream()
                .filter(fact -> rows.get(fact.key()).gap()
                        && fact.envelope().version() == rows.get(fact.key()).version() + 1)
                .map(InboxArrival.Fact::key)
                .collect(Collectors.toSet()));
    }

    private void take(InboxArrival.Fact fact) {
        var source = fact.record().source();
        var envelope = fact.envelope();
        if (sources.isOver(source, envelope.epoch(), envelope.recordedAt())) {
            tally.add(source, InboxOutcome.DROPPED);
            return;
        }
        var row = rows.get(fact.key());
        if (envelope.version() <= row.version()) {
            tally.add(source, InboxOutcome.DROPPED);
        } else if (envelope.version() > row.version() + 1) {
            letWait(fact, row, null);
            tally.add(source, InboxOutcome.HELD);
        } else {
            takeNext(fact, row);
        }
    }

    private void takeNext(InboxArrival.Fact fact, InboxRow row) {
        var error = care.faultOfRecord() == null ? take(fact.record(), fact.envelope()) : care.faultOfRecord();
        if (error == null) {
            row.advance();
            changedRows.add(fact.key());
            if (row.gap()) {
                takeWaiting(fact, row);
            } else if (sources.isLate(fact)) {
                tally.add(fact.record().source(), InboxOutcome.LATE);
            }
        } else {
            letWait(fact, row, error);
            tally.add(fact.record().source(), InboxOutcome.PARKED);
        }
    }

    /** @return why it cannot be taken */
    private @Nullable String take(InboxRecord record, InboxEnvelope envelope) {
        if (!effect.knows(envelope.type())) {
            tally.add(record.source(), InboxOutcome.IGNORED);
            return null;
        }
        try {
            var event = InboxEvent.of(record, envelope);
            effect.check(event);
            steps.add(new InboxStep.Taken(event));
            tally.add(record.source(), InboxOutcome.TAKEN);
            return null;
        } catch (InboxPoison e) {
            return InboxFailure.message(e);
        }
    }

    /** What came too early, now that its turn may have come. */
    private void takeWaiting(InboxArrival.Fact fact, InboxRow row) {
        var key = fact.key();
        var queue = waiting.getOrDefault(key, new TreeMap<>());
        while (true) {
            for (var done : List.copyOf(queue.headMap(row.version(), true).keySet())) {
                release(key, done, queue.remove(done));
            }
            var next = queue.get(row.version() + 1);
            if (next == null || next.error() != null) {
                break;
            }
            var error = care.faultOfNext() == null
                    ? take(next.record(), InboxEnvelope.of(next.record()))
                    : care.faultOfNext();
            if (error != null) {
                blame(key, row.version() + 1, next, error);
                break;
            }
            row.advance();
        }
        if (queue.isEmpty()) {
            row.close();
            steps.add(new InboxStep.GapClosed(
                    key.source(), key.subject(), fact.envelope().recordedAt()));
        }
    }

    private void letWait(InboxArrival.Fact fact, InboxRow row, @Nullable String error) {
        var key = fact.key();
        var waits = new InboxTables.Waiting(null, fact.record(), error);
        newlyWaiting.put(new Waits(key, fact.envelope().version()), waits);
        if (waiting.isEmpty()) {
            waiting = new HashMap<>();
        }
        waiting.computeIfAbsent(key, k -> new TreeMap<>())
                .merge(fact.envelope().version(), waits, (before, now) -> error == null ? before : before.with(error));
        if (row.open()) {
            changedRows.add(key);
            steps.add(new InboxStep.GapOpened(
                    key.source(), key.subject(), fact.envelope().recordedAt(), readable(fact)));
        }
    }

    private Optional<InboxEvent> readable(InboxArrival.Fact fact) {
        if (care.faultOfRecord() != null) {
            return Optional.empty();
        }
        try {
            return Optional.of(InboxEvent.of(fact.record(), fact.envelope()));
        } catch (InboxPoison e) {
            return Optional.empty();
        }
    }

    private void release(InboxKey key, long version, InboxTables.Waiting done) {
        newlyWaiting.remove(new Waits(key, version));
        if (done.id() != null) {
            released.add(done.id());
        }
    }

    private void blame(InboxKey key, long version, InboxTables.Waiting next, String error) {
        newlyWaiting.computeIfPresent(new Waits(key, version), (waits, waiting) -> waiting.with(error));
        if (next.id() != null) {
            blamed.put(next.id(), error);
        }
        tally.add(key.source(), InboxOutcome.PARKED);
    }

    private void take(InboxArrival.Mark mark) {
        tally.add(mark.record().source(), sources.take(mark) ? InboxOutcome.MARKED : InboxOutcome.DROPPED);
    }

    private void take(InboxArrival.Nameless stranger) {
        nameless.add(stranger);
        tally.add(stranger.record().source(), InboxOutcome.PARKED);
    }

    private void write() throws SQLException {
        sources.write();
        var changed = new HashMap<InboxKey, InboxRow>();
        for (var key : changedRows) {
            if (isPresent(key)) {
                changed.put(key, rows.get(key));
            }
        }
        tables.save(changed);
        for (var waits : newlyWaiting.entrySet()) {
            if (isPresent(waits.getKey().key())) {
                var record = waits.getValue().record();
                tables.letWait(
                        record, InboxEnvelope.of(record), waits.getValue().error());
            }
        }
        for (var stranger : nameless) {
            tables.letWait(stranger.record(), null, stranger.error());
        }
        for (var fault : blamed.entrySet()) {
            tables.blame(fault.getKey(), fault.getValue());
        }
        tables.release(released);
    }

    /** Not of an epoch that ended in this very batch. */
    private boolean isPresent(InboxKey key) {
        return key.epoch() == sources.epoch(key.source());
    }
}
