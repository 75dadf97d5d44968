package city.c3po.platform.web;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregate;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.ScrollMode;
import org.hibernate.ScrollableResults;
import org.hibernate.query.NativeQuery;

/** The rows of a table through a database cursor: whatever their number, only a batch of them is in memory. */
record TableRows<A extends Aggregate<?>, V>(
        Class<V> type,
        Exports exports,
        ListedTable<A> table,
        Supplier<NativeQuery<Object[]>> query,
        Function<? super A, V> view,
        Actor reader)
        implements Rows<V> {

    private static final int BATCH = 500;
    /** As long as a stream may take; a reader who stops reading ends sooner, by the database's idle limit. */
    private static final int LONGEST_SECONDS = 3_600;

    @Override
    public void forEach(Sink<V> sink) throws IOException {
        exports.run(() -> {
            try {
                QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> stream(sink));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
    }

    private void stream(Sink<V> sink) {
        try (var rows = query.get().setReadOnly(true).setFetchSize(BATCH).scroll(ScrollMode.FORWARD_ONLY)) {
            while (batch(rows, sink)) {
                table.session().clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean batch(ScrollableResults<Object[]> rows, Sink<V> sink) throws IOException {
        var records = new ArrayList<A>(BATCH);
        while (records.size() < BATCH && rows.next()) {
            records.add(table.row(rows.get()).record());
        }
        ReadLog.shown(reader, "export", records);
        for (var record : records) {
            sink.take(view.apply(record));
        }
        return records.size() == BATCH;
    }
}
