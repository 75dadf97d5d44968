package city.c3po.bench.endure;

import city.c3po.bench.endure.Promises.Kept;
import city.c3po.bench.endure.Trade.Trait;
import city.c3po.bench.tool.Trouble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** In the end: what was promised, beside what is there and what was told. */
final class Reckoning {
    private static final int SIDE_BY_SIDE = 8;

    private final Complaints complaints;
    private final List<String> checked = new ArrayList<>();

    Reckoning(Complaints complaints) {
        this.complaints = complaints;
    }

    List<String> checked() {
        return checked;
    }

    void also(String what) {
        checked.add(what);
    }

    /** Each record as its writer left it, with a chain that verifies. */
    void records(List<Kept> records, Map<String, Caller> callers) throws InterruptedException {
        var versions = new LongAdder();
        var looks = records.stream()
                .map(kept -> (Callable<Void>) () -> {
                    look(kept, Objects.requireNonNull(callers.get(kept.trade().user())), versions);
                    return null;
                })
                .toList();
        try (var threads =
                Executors.newFixedThreadPool(SIDE_BY_SIDE, Thread.ofVirtual().factory())) {
            for (var look : threads.invokeAll(looks)) {
                look.get();
            }
        } catch (ExecutionException e) {
            throw new Trouble("A record could not be looked at", e.getCause());
        }
        checked.add("%,d records with %,d acknowledged versions are as their writers left them, and their chains verify"
                .formatted(records.size(), versions.sum()));
    }

    private void look(Kept kept, Caller caller, LongAdder versions) throws InterruptedException {
        var answer = caller.get(kept.href());
        if (!answer.good()) {
            complaints.add("lost: an acknowledged record is not there", kept.href() + " " + answer.text());
            return;
        }
        versions.add(kept.versions().size());
        if (!kept.isUnsure()) {
            var text = answer.json().path(kept.trade().member()).asText();
            if (!text.equals(kept.text()) || answer.version() < kept.versions().getLast()) {
                complaints.add(
                        "lost: a record is not as its last acknowledged change left it",
                        "%s should be version %d with \"%s\": %s"
                                .formatted(kept.href(), kept.versions().getLast(), kept.text(), answer.text()));
            }
        }
        if (kept.trade().is(Trait.CHAINED)) {
            var chain = caller.get(kept.href() + "/history/verify");
            if (!chain.good() || !chain.json().path("verified").asBoolean()) {
                complaints.add("a chain does not verify", kept.href() + " " + chain.text());
            }
        }
    }

    /** Each list holds each text once: however often a request was sent, it was done once. */
    void lists(List<Kept> records, Map<String, Caller> callers) throws InterruptedException {
        var byPath = new HashMap<Trade, Map<String, Integer>>();
        for (var kept : records) {
            byPath.computeIfAbsent(kept.trade(), first -> new HashMap<>())
                    .merge(beginning(kept.text()), 0, Integer::sum);
        }
        for (var trade : byPath.entrySet()) {
            var counts = trade.getValue();
            var next = trade.getKey().path() + "?limit=500";
            while (!next.isEmpty()) {
                var page = Objects.requireNonNull(callers.get(trade.getKey().user()))
                        .get(next)
                        .json();
                for (var item : page.path("items")) {
                    counts.computeIfPresent(
                            beginning(item.path(trade.getKey().member()).asText()), (text, count) -> count + 1);
                }
                next = page.path("next").asText("");
                next = next.equals("null") ? "" : next;
            }
            counts.forEach((text, count) -> {
                if (count != 1) {
                    complaints.add(
                            count == 0 ? "lost: a record is in no list" : "doubled: a record is there more than once",
                            "%s \"%s\" %d times".formatted(trade.getKey().path(), text, count));
                }
            });
            checked.add("%,d records are in the list %s exactly once"
                    .formatted(counts.size(), trade.getKey().path()));
        }
    }

    private static String beginning(String text) {
        return text.replaceAll(" edit \\d+$", "");
    }

    /** Every version of every record was told once, in order, none left out. */
    void told(List<Kept> records, Map<String, List<Long>> told) {
        for (var kept : records) {
            var versions = told.getOrDefault(kept.id(), List.of());
            if (kept.trade().is(Trait.TOLD) && !versions.containsAll(kept.versions())) {
                complaints.add(
                        "lost: the change feed has not told an acknowledged version",
                        "%s acknowledged %s, told %s".formatted(kept.href(), kept.versions(), versions));
            }
        }
        told.forEach((subject, versions) -> {
            for (int n = 1; n < versions.size(); n++) {
                if (versions.get(n).equals(versions.get(n - 1))) {
                    complaints.add("doubled: the change feed has told a version twice", subject + " " + versions);
                } else if (versions.get(n) != versions.get(n - 1) + 1) {
                    complaints.add("order: the change feed has told versions out of order", subject + " " + versions);
                }
            }
        });
        checked.add(
                "the change feed told %,d versions of %,d records, each once and in order, over cursors that went on after every blow"
                        .formatted(told.values().stream().mapToLong(List::size).sum(), told.size()));
    }
}
