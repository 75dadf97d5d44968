package city.c3po.audit.table;

import city.c3po.platform.web.Exports;
import city.c3po.platform.web.Page;
import city.c3po.platform.web.Rows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables of queries of our own, streamed as the platform streams its lists: a batch at a time, each in a short transaction
 * that continues after the last row, so that a slow reader costs no database connection.
 */
@Singleton
public class Tables {
    private static final int BATCH = 500;

    private final Exports exports;

    Tables(Exports exports) {
        this.exports = exports;
    }

    /** Reads what follows a row, in the order of the table. */
    @FunctionalInterface
    public interface Source<V> {
        List<V> after(@Nullable V last, int most);
    }

    /** All of it; written as CSV, NDJSON or XLSX, as the caller accepts. */
    public <V> Page<V> all(Class<V> type, Source<V> source) {
        return Page.streaming(new Queried<>(type, exports, source));
    }

    private record Queried<V>(Class<V> type, Exports exports, Source<V> source) implements Rows<V> {
        @Override
        public void forEach(Sink<V> sink) throws IOException {
            exports.run(() -> {
                V last = null;
                while (true) {
                    var batch = read(last);
                    for (var row : batch) {
                        sink.take(row);
                    }
                    if (batch.size() < BATCH) {
                        return;
                    }
                    last = batch.getLast();
                }
            });
        }

        private List<V> read(@Nullable V last) {
            return QuarkusTransaction.requiringNew().call(() -> source.after(last, BATCH));
        }
    }
}
