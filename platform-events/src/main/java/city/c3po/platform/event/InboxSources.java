package city.c3po.platform.event;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the sources of a batch say of themselves: which epoch it is, how far they are, what they cannot send. */
final class InboxSources {
    private record Partition(String source, int number) {}

    private final InboxTables tables;
    private final List<InboxStep> steps;
    private final Map<String, InboxTables.Source> sources = new HashMap<>();
    private final Set<String> changed = new TreeSet<>();
    private final Map<Partition, InboxArrival.Mark> marks = new HashMap<>();
    /** What was said before this batch. */
    private final Map<Partition, Instant> known = new HashMap<>();

    /** @param steps where what the effect must know is added */
    InboxSources(InboxTables tables, List<InboxStep> steps) {
        this.tables = tables;
        this.steps = steps;
    }

    void read(List<InboxArrival> arrivals) throws SQLException {
        var names = new TreeSet<String>();
        arrivals.forEach(arrival -> names.add(arrival.record().source()));
        for (var name : names) {
            var seen = tables.source(name);
            var source = tables.lock(name, arrivals.stream().anyMatch(arrival -> isNews(arrival, name, seen)));
            sources.put(name, source);
            tables.marks(name, source.epoch())
                    .forEach((partition, through) -> known.put(new Partition(name, partition), through));
        }
    }

    private static boolean isNews(InboxArrival arrival, String source, InboxTables.Source seen) {
        return arrival.record().source().equals(source)
                && switch (arrival) {
                    case InboxArrival.Fact fact -> fact.envelope().epoch() > seen.epoch();
                    case InboxArrival.Mark mark ->
                        mark.epoch() > seen.epoch() || !mark.parked().equals(seen.parked());
                    case InboxArrival.Nameless stranger -> false;
                };
    }

    /**
     * Whether the source had said before that it was complete beyond this: then its promise was broken, and
     * completeThrough with it.
     */
    boolean isLate(InboxArrival.Fact fact) {
        var partition = new Partition(fact.record().source(), fact.record().partition());
        var mark = marks.get(partition);
        var through = mark == null ? known.get(partition) : mark.through();
        return through != null && !fact.envelope().recordedAt().isAfter(through);
    }

    int epoch(String source) {
        return sources.get(source).epoch();
    }

    /** Whether the epoch is over; a new one begins with the first that is of it. */
    boolean isOver(String source, int epoch, Instant at) {
        var present = sources.get(source);
        if (epoch > present.epoch()) {
            if (present.epoch() > 0) {
                steps.add(new InboxStep.Rewound(source, epoch, at));
            }
            known.keySet().removeIf(partition -> partition.source().equals(source));
            marks.keySet().removeIf(partition -> partition.source().equals(source));
            change(source, new InboxTables.Source(epoch, Instant.EPOCH, new LinkedHashMap<>()));
        }
        return epoch < present.epoch();
    }

    /** @return false when it is of an epoch that is over */
    boolean take(InboxArrival.Mark mark) {
        var source = mark.record().source();
        if (isOver(source, mark.epoch(), mark.through())) {
            return false;
        }
        marks.merge(
                new Partition(source, mark.record().partition()),
                mark,
                (a, b) -> b.through().isAfter(a.through()) ? b : a);
        var before = sources.get(source);
        // every partition brings the same list: only what is news, and not what an older mark says once more
        if (!mark.parked().equals(before.parked()) && mark.through().isAfter(before.marked())) {
            compare(source, before, mark);
            change(source, new InboxTables.Source(before.epoch(), mark.through(), mark.parked()));
        }
        return true;
    }

    private void compare(String source, InboxTables.Source before, InboxArrival.Mark mark) {
        mark.parked().forEach((subject, since) -> {
            if (!before.parked().containsKey(subject)) {
                steps.add(new InboxStep.GapOpened(source, subject, since, Optional.empty()));
            }
        });
        before.parked().forEach((subject, since) -> {
            if (!mark.parked().containsKey(subject)) {
                steps.add(new InboxStep.GapClosed(source, subject, mark.through()));
            }
        });
    }

    private void change(String source, InboxTables.Source now) {
        sources.put(source, now);
        changed.add(source);
    }

    void write() throws SQLException {
        for (var source : changed) {
            tables.save(source, sources.get(source));
            tables.forgetBefore(source, epoch(source));
        }
        var inOrder = Comparator.comparing(Partition::source).thenComparing(Partition::number);
        for (var partition : marks.keySet().stream().sorted(inOrder).toList()) {
            var mark = marks.get(partition);
            tables.mark(partition.source(), partition.number(), mark.epoch(), mark.through());
        }
    }
}
