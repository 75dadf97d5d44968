package city.c3po.bench.endure;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What was done and what got in the way, counted. */
final class Tally {
    private final LongAdder repeated = new LongAdder();
    private final LongAdder broken = new LongAdder();
    private final Map<Integer, LongAdder> refused = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> acknowledged = new ConcurrentSkipListMap<>();

    void repeated() {
        repeated.increment();
    }

    void broken() {
        broken.increment();
    }

    void refused(int status) {
        refused.computeIfAbsent(status, first -> new LongAdder()).increment();
    }

    void acknowledged(String what) {
        acknowledged.computeIfAbsent(what, first -> new LongAdder()).increment();
    }

    long acknowledged() {
        return acknowledged.values().stream().mapToLong(LongAdder::sum).sum();
    }

    Map<String, Long> work() {
        var work = new TreeMap<String, Long>();
        acknowledged.forEach((what, count) -> work.put(what, count.sum()));
        return work;
    }

    String setbacks() {
        var text = new StringBuilder(
                "%,d requests were sent again: %,d broken connections".formatted(repeated.sum(), broken.sum()));
        refused.forEach((status, count) -> text.append(", %,d answers %d".formatted(count.sum(), status)));
        return text.append('.').toString();
    }
}
