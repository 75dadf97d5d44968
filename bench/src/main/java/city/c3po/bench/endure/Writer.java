package city.c3po.bench.endure;

import city.c3po.bench.endure.Promises.Kept;
import city.c3po.bench.endure.Trade.Trait;
import city.c3po.bench.tool.Trouble;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One person or system at work: makes a record, changes it some times, does what is done in the end, and begins anew. */
final class Writer implements Callable<Void> {
    private static final String JSON = "application/json";
    private static final String PATCH = "application/merge-patch+json";
    private static final int MOST_EDITS = 12;
    private static final int LONGEST_THOUGHT = 150;

    private final Trade trade;
    private final String name;
    private final Random random;
    private final Caller caller;
    private final Promises promises;
    private final Complaints complaints;
    private final Tally tally;
    private final BooleanSupplier over;
    private int number;

    Writer(
            Trade trade,
            String name,
            Random random,
            Caller caller,
            Promises promises,
            Complaints complaints,
            Tally tally,
            BooleanSupplier over) {
        this.trade = trade;
        this.name = name;
        this.random = random;
        this.caller = caller;
        this.promises = promises;
        this.complaints = complaints;
        this.tally = tally;
        this.over = over;
    }

    @Override
    public Void call() throws InterruptedException {
        while (!over.getAsBoolean()) {
            try {
                one();
            } catch (Trouble given) {
                // complained about where it happened; the next record may fare better
            }
        }
        return null;
    }

    private void one() throws InterruptedException {
        var text = "%s record %d".formatted(name, ++number);
        var on = trade.on() == null ? null : make(trade.on(), text, "");
        if (trade.on() != null && on == null) {
            return;
        }
        var kept = make(trade, text, on == null ? "" : on.id());
        if (kept == null) {
            return;
        }
        var edits = trade.is(Trait.EDITED) ? random.nextInt(MOST_EDITS) : 0;
        Thread.sleep(random.nextInt(LONGEST_THOUGHT));
        for (int n = 1; n <= edits && !over.getAsBoolean(); n++) {
            Thread.sleep(random.nextInt(LONGEST_THOUGHT));
            if (!edit(kept, text + " edit " + n)) {
                return;
            }
        }
        for (var verb : trade.verbs()) {
            if (!verb(kept, verb)) {
                return;
            }
        }
    }

    private @Nullable Kept make(Trade made, String text, String on) throws InterruptedException {
        var key = new UUID(random.nextLong(), random.nextLong()).toString();
        var body = made.body().of(text, on);
        var answer = caller.insist("POST", made.path(), body, "Content-Type", JSON, "Idempotency-Key", key);
        if (!answer.good()) {
            refused("POST " + made.path(), answer);
            return null;
        }
        var record = answer.json();
        var kept =
                new Kept(made, record.path("href").asText(), record.path("id").asText(), answer.version(), text);
        promises.add(kept);
        tally.acknowledged("POST " + made.path());
        return kept;
    }

    private boolean edit(Kept kept, String text) throws InterruptedException {
        var last = kept.versions().getLast();
        var tag = caller.get(kept.href()).etag();
        var answer = caller.insist("PATCH", kept.href(), trade.edit(text), "Content-Type", PATCH, "If-Match", tag);
        if (answer.status() == 412 && answer.repeated()) {
            // the first attempt was heard and its answer lost: the record says so
            answer = caller.get(kept.href());
            if (!answer.json().path(trade.member()).asText().equals(text)) {
                complaints.add(
                        "412 for a change that nobody else could have overtaken", kept.href() + " " + answer.text());
                kept.unsure();
                return false;
            }
        }
        return acknowledged("PATCH " + trade.path() + "/{id}", kept, answer, last, text);
    }

    private boolean verb(Kept kept, String verb) throws InterruptedException {
        var last = kept.versions().getLast();
        var tag = caller.get(kept.href()).etag();
        var key = new UUID(random.nextLong(), random.nextLong()).toString();
        var answer = caller.insist("POST", kept.href() + "/" + verb, "", "If-Match", tag, "Idempotency-Key", key);
        return acknowledged("POST " + trade.path() + "/{id}/" + verb, kept, answer, last, kept.text());
    }

    private boolean acknowledged(String what, Kept kept, Caller.Answer answer, long last, String text) {
        if (!answer.good()) {
            refused(what, answer);
            kept.unsure();
            return false;
        }
        if (answer.version() <= last) {
            complaints.add(what + " is acknowledged with a version that was there before", kept.href());
        }
        kept.changed(answer.version(), text);
        tally.acknowledged(what);
        return true;
    }

    private void refused(String what, Caller.Answer answer) {
        complaints.add("%s is refused with %d %s".formatted(what, answer.status(), answer.problem()), answer.text());
    }
}
