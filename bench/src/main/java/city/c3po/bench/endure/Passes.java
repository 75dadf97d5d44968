package city.c3po.bench.endure;

import city.c3po.bench.suite.Suite;
import city.c3po.bench.tool.Trouble;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Everybody's token, renewed long before it ends, since the identity provider may be away just then. */
final class Passes {
    private static final long EVERY_MILLIS = 100_000;

    private final Suite suite;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Passes(Suite suite) {
        this.suite = suite;
    }

    Supplier<String> of(String who) throws InterruptedException {
        if (!tokens.containsKey(who)) {
            tokens.put(who, suite.token(who));
        }
        return () -> tokens.getOrDefault(who, "");
    }

    /** For as long as the thread may live; whoever cannot get a new one goes on with what there is. */
    Thread renewing() {
        return Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Thread.sleep(EVERY_MILLIS);
                    renew();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void renew() throws InterruptedException {
        for (var who : tokens.keySet()) {
            try {
                tokens.put(who, suite.token(who));
            } catch (Trouble away) {
                // the next time, then
            }
        }
    }
}
