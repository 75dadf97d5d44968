package city.c3po.bench.measure;

import city.c3po.bench.suite.Suite;
import city.c3po.bench.tool.Trouble;
import java.time.Duration;
import java.time.Instant;

/**
 * What was written and is not yet visible to readers. It costs processor time until it is gone, so the next round waits
 * for that.
 */
final class Backlog {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private Backlog() {}

    static void drain(Suite suite) throws InterruptedException {
        var written = Instant.now();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var api = new Api(suite.address("gateway"), suite.token("reporting-job"))) {
            var complete = completeThrough(api);
            while (complete.isBefore(written)) {
                if (System.nanoTime() > deadline) {
                    throw new Trouble("What was written by %s is not visible after %d s: complete through %s"
                            .formatted(written, PATIENCE.toSeconds(), complete));
                }
                Thread.sleep(BETWEEN_LOOKS);
                complete = completeThrough(api);
            }
        }
    }

    private static Instant completeThrough(Api api) throws InterruptedException {
        var complete = api.get("/v1/changes?since=latest").path("completeThrough");
        // Nothing yet from some source: that is as incomplete as can be.
        return complete.isTextual() ? Instant.parse(complete.asText()) : Instant.EPOCH;
    }
}
