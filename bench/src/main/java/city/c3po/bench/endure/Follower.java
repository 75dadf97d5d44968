package city.c3po.bench.endure;

import city.c3po.bench.tool.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** A job that follows the change feed from its beginning and remembers nothing but where it stopped. */
final class Follower implements Callable<Void> {
    private static final String WAIT = "wait=5";

    private final Caller caller;
    private final BooleanSupplier over;
    private final Map<String, List<Long>> told = new HashMap<>();
    private String next;
    private Instant completeThrough = Instant.EPOCH;
    private long items;

    Follower(Caller caller, String begin, BooleanSupplier over) {
        this.caller = caller;
        this.next = begin;
        this.over = over;
    }

    @Override
    public Void call() throws InterruptedException {
        while (!over.getAsBoolean()) {
            page(WAIT);
        }
        return null;
    }

    /** Until it has heard everything that was recorded up to an instant, or its patience is at its end. */
    boolean catchUp(Instant recorded, Instant deadline) throws InterruptedException {
        while (completeThrough.isBefore(recorded) && Instant.now().isBefore(deadline)) {
            page("wait=1");
        }
        return !completeThrough.isBefore(recorded);
    }

    private void page(String wait) throws InterruptedException {
        var answer = caller.get(next, "Prefer", wait);
        if (!answer.good()) {
            throw new Trouble("The feed is answered with " + answer);
        }
        var json = answer.json();
        for (var item : json.path("items")) {
            var subject = item.path("subject");
            items++;
            told.computeIfAbsent(subject.path("id").asText(), first -> new ArrayList<>())
                    .add(subject.path("version").asLong());
        }
        var page = json.path("page");
        var more = page.path("hasMore").asBoolean();
        next = page.path(more ? "next" : "delta").asText();
        if (!more && json.path("completeThrough").isTextual()) {
            completeThrough = Instant.parse(json.path("completeThrough").asText());
        }
    }

    @Override
    public String toString() {
        return "%,d items told, complete through %s, next %s".formatted(items, completeThrough, next);
    }

    /** Versions of each subject, in the order they were told. */
    Map<String, List<Long>> told() {
        return told;
    }
}
