package city.c3po.bench.endure;

import city.c3po.bench.tool.Trouble;
import java.math.BigDecimal;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** The finance system: posts costs of one project, corrections among them, and knows what the sum must be. */
final class Bookkeeper implements Callable<Void> {
    private static final String PATH = "/v1/cost-entries/batch";
    private static final int LONGEST_PAUSE = 400;

    private final String project;
    private final Random random;
    private final Caller caller;
    private final Complaints complaints;
    private final Tally tally;
    private final BooleanSupplier over;
    private BigDecimal total = BigDecimal.ZERO;
    private long entries;

    Bookkeeper(String project, Random random, Caller caller, Complaints complaints, Tally tally, BooleanSupplier over) {
        this.project = project;
        this.random = random;
        this.caller = caller;
        this.complaints = complaints;
        this.tally = tally;
        this.over = over;
    }

    @Override
    public Void call() throws InterruptedException {
        while (!over.getAsBoolean()) {
            try {
                post(BigDecimal.valueOf(random.nextInt(2_000_000) - 200_000, 2));
            } catch (Trouble given) {
                // complained about where it happened; whether it was posted nobody knows, so the sum says nothing more
                return null;
            }
            Thread.sleep(random.nextInt(LONGEST_PAUSE));
        }
        return null;
    }

    private void post(BigDecimal amount) throws InterruptedException {
        var key = "ENDURE-" + project + "-" + (entries + 1);
        var body = """
                {"source": "finance", "atomic": true, "items": [
                  {"nativeKey": "%s", "kind": "ACTUAL", "project": "%s", "postedOn": "2026-07-31",
                   "amount": {"amount": %s, "currency": "USD"}}]}""".formatted(key, project, amount.toPlainString());
        var answer = caller.insist("POST", PATH, body, "Content-Type", "application/json", "Idempotency-Key", key);
        if (!answer.good()) {
            complaints.add(
                    "POST %s is refused with %d %s".formatted(PATH, answer.status(), answer.problem()), answer.text());
            throw new Trouble("refused");
        }
        entries++;
        total = total.add(amount);
        tally.acknowledged(PATH);
    }

    /** @return what was compared, in a sentence */
    String balance(Caller reader) throws InterruptedException {
        var costs = reader.get("/v1/projects/" + project + "/costs");
        var actual = costs.json().at("/actual/amount");
        if (!actual.isNumber() || actual.decimalValue().compareTo(total) != 0) {
            complaints.add(
                    "a ledger does not balance",
                    "%,d entries of %s were acknowledged: %s".formatted(entries, total.toPlainString(), costs.text()));
        }
        var list = reader.get("/v1/cost-entries?limit=1&count=true&project=" + project);
        if (list.json().path("total").asLong() != entries) {
            complaints.add("a ledger has another number of entries", "not %d: %s".formatted(entries, list.text()));
        }
        return "the ledger of a project holds %,d acknowledged entries, and balances".formatted(entries);
    }
}
