package city.c3po.bench.endure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The tool's own account of every write that was acknowledged. */
final class Promises {
    /** One record, which one writer alone changes. */
    static final class Kept {
        private final Trade trade;
        private final String href;
        private final String id;
        private final List<Long> versions = new ArrayList<>();
        private String text;
        private boolean unsure;

        Kept(Trade trade, String href, String id, long version, String text) {
            this.trade = trade;
            this.href = href;
            this.id = id;
            this.text = text;
            versions.add(version);
        }

        Trade trade() {
            return trade;
        }

        String href() {
            return href;
        }

        String id() {
            return id;
        }

        synchronized List<Long> versions() {
            return List.copyOf(versions);
        }

        synchronized String text() {
            return text;
        }

        synchronized void changed(long version, String newText) {
            versions.add(version);
            text = newText;
        }

        /** The last write was given up: it may have happened or not. */
        synchronized void unsure() {
            unsure = true;
        }

        synchronized boolean isUnsure() {
            return unsure;
        }
    }

    private final Collection<Kept> records = new ConcurrentLinkedQueue<>();

    void add(Kept kept) {
        records.add(kept);
    }

    List<Kept> all() {
        return List.copyOf(records);
    }
}
