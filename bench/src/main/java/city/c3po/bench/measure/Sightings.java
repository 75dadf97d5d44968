package city.c3po.bench.measure;

import city.c3po.bench.tool.Trouble;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;

/** When each write was answered and when a reader saw it first, by the same clock of the same process. */
final class Sightings {
    private static final int DIGITS = 3;

    private final Map<String, Long> answered = new ConcurrentHashMap<>();
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    void answered(String id, long nanoTime) {
        answered.put(id, nanoTime);
    }

    void seen(String id, long nanoTime) {
        seen.putIfAbsent(id, nanoTime);
    }

    boolean complete() {
        return seen.keySet().containsAll(answered.keySet());
    }

    void await(Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!complete()) {
            if (System.nanoTime() > deadline) {
                var missing = answered.keySet().stream()
                        .filter(id -> !seen.containsKey(id))
                        .count();
                throw new Trouble("%d of %d writes are not visible after %d s"
                        .formatted(missing, answered.size(), patience.toSeconds()));
            }
            Thread.sleep(20);
        }
    }

    /** In microseconds. A reader can be faster than the writer's own answer; then nothing was waited for. */
    Histogram delays() {
        var delays = new Histogram(DIGITS);
        answered.forEach((id, at) -> {
            var sighting = seen.get(id);
            if (sighting == null) {
                throw new IllegalStateException("Not seen yet: " + id);
            }
            delays.recordValue(Math.max(0, sighting - at) / 1_000);
        });
        return delays;
    }
}
