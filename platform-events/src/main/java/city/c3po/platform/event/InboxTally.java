package city.c3po.platform.event;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** What became of the records of a batch, counted once it is committed. */
final class InboxTally {
    record Of(String source, InboxOutcome outcome) {}

    private final Map<Of, Long> counts = new HashMap<>();

    void add(String source, InboxOutcome outcome) {
        counts.merge(new Of(source, outcome), 1L, Long::sum);
    }

    InboxTally plus(InboxTally other) {
        other.counts.forEach((of, count) -> counts.merge(of, count, Long::sum));
        return this;
    }

    long count(InboxOutcome outcome) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().outcome() == outcome)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    void forEach(ObjLongConsumer<Of> consumer) {
        counts.forEach(consumer::accept);
    }
}
