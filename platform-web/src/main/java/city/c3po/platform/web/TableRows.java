package city.c3po.platform.web;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregate;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a list, a batch at a time: whatever their number, only a batch of them is in memory. Each batch is a short
 * transaction of its own that continues after the last row, and nothing is held while the reader takes what was
 * written: a slow reader costs no database connection, and no old snapshot keeps the outbox from being cleaned.
 */
record TableRows<A extends Aggregate<?>, V>(
        Class<V> type, Exports exports, Batches<A> batches, Function<? super A, V> view, Actor reader)
        implements Rows<V> {

    private static final int BATCH = 500;

    /** Reads what follows a row, in the order of the list. */
    @FunctionalInterface
    interface Batches<A> {
        List<ListedTable.Row<A>> after(ListedTable.@Nullable Row<A> last, int most);
    }

    private record Batch<A, V>(List<V> shown, ListedTable.@Nullable Row<A> last) {}

    @Override
    public void forEach(Sink<V> sink) throws IOException {
        exports.run(() -> {
            var batch = read(null);
            while (true) {
                for (var row : batch.shown()) {
                    sink.take(row);
                }
                if (batch.shown().size() < BATCH) {
                    return;
                }
                batch = read(batch.last());
            }
        });
    }

    private Batch<A, V> read(ListedTable.@Nullable Row<A> last) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var rows = batches.after(last, BATCH);
            var records = rows.stream().map(ListedTable.Row::record).toList();
            ReadLog.shown(reader, "export", records);
            return new Batch<>(records.stream().<V>map(view).toList(), rows.isEmpty() ? null : rows.getLast());
        });
    }
}
