package city.c3po.platform.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes events once and in order, whatever Kafka delivers: repeats, gaps, two replicas at once. One batch is one
 * transaction, in which the {@link InboxEffect} acts too.
 *
 * <p>When a batch fails because of what a record says, its records are tried one by one, and only the culprit waits for
 * an operator. Any other failure is the caller's to try again.
 */
final class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);

    /** How a transaction is made here: committed when the work returns, rolled back when it throws. */
    interface Transactions {
        <T> T run(Work<T> work) throws Exception;
    }

    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final InboxEffect effect;
    private final Transactions transactions;

    Inbox(InboxEffect effect, Transactions transactions) {
        this.effect = effect;
        this.transactions = transactions;
    }

    /** @throws Exception when nothing was taken and the same records must be brought again */
    InboxTally take(List<InboxRecord> records) throws Exception {
        try {
            return take(records, InboxBatch.Care.NONE);
        } catch (Exception e) {
            if (!InboxFailure.liesInTheRecord(e)) {
                throw e;
            }
            return records.size() == 1 ? takeCarefully(records, e) : takeOneByOne(records);
        }
    }

    private InboxTally takeOneByOne(List<InboxRecord> records) throws Exception {
        var tally = new InboxTally();
        for (var record : records) {
            tally.plus(take(List.of(record)));
        }
        return tally;
    }

    /** The fault is the record's, or that of one which waited for it. */
    private InboxTally takeCarefully(List<InboxRecord> record, Exception failure) throws Exception {
        try {
            return take(record, new InboxBatch.Care(null, InboxFailure.message(failure)));
        } catch (Exception e) {
            if (!InboxFailure.liesInTheRecord(e)) {
                throw e;
            }
            LOG.errorf(
                    e,
                    "record parked source=%s partition=%d offset=%d cause=%s",
                    record.getFirst().source(),
                    record.getFirst().partition(),
                    record.getFirst().offset(),
                    InboxFailure.message(e));
            return take(record, new InboxBatch.Care(InboxFailure.message(e), null));
        }
    }

    private InboxTally take(List<InboxRecord> records, InboxBatch.Care care) throws Exception {
        return transactions.run(connection -> new InboxBatch(connection, effect, care).take(records));
    }

    /** Tries again what waits. Empty when it no longer does. */
    Optional<InboxTally> replay(UUID waiting) throws Exception {
        var found = transactions.run(connection -> Optional.ofNullable(new InboxTables(connection).waiting(waiting)));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var tally = take(List.of(found.get().record()));
        if (tally.count(InboxOutcome.PARKED) == 0 && tally.count(InboxOutcome.HELD) == 0) {
            // where it was parked without a subject, nothing else would take it away
            transactions.run(connection -> {
                new InboxTables(connection).release(List.of(waiting));
                return waiting;
            });
        }
        return Optional.of(tally);
    }

    void expect(String source, int partitions) throws Exception {
        transactions.run(connection -> {
            new InboxTables(connection).expect(source, partitions);
            return partitions;
        });
    }
}
