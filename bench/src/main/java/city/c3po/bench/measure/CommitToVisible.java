package city.c3po.bench.measure;

import city.c3po.bench.figure.Figure;
import city.c3po.bench.figure.Outcome;
import city.c3po.bench.figure.Series;
import city.c3po.bench.figure.Unit;
import city.c3po.bench.suite.Suite;
import city.c3po.bench.tool.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * A steady stream of writes, and one reader who waits for changes: how long after its 2xx is a write in the reader's
 * hands. Both go through the gateway. Writes leave by the clock and not when the one before is answered, so that a slow
 * answer hides no other.
 */
final class CommitToVisible implements Measure {
    private static final int PER_SECOND = 200;
    private static final int TARGET_MILLISECONDS = 100;
    private static final Duration LAST_SIGHTING = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "visible";
    }

    @Override
    public String question() {
        return "From the 2xx of a write to the change in a waiting GET /v1/changes, at %d writes/s"
                .formatted(PER_SECOND);
    }

    /** Times of one round, in microseconds. */
    private record Round(Histogram visible, Histogram written, double perSecond) {}

    @Override
    public Outcome run(Workbench bench) throws InterruptedException {
        var suite = bench.running();
        Backlog.drain(suite);
        bench.say("warm-up");
        // A cold service would refuse at the door what it takes when it is warm.
        round(suite, bench.plan().warmUp(), PER_SECOND / 2);
        var rounds = new ArrayList<Round>();
        for (int n = 1; n <= bench.plan().rounds(); n++) {
            var round = round(suite, bench.plan().stream(), PER_SECOND);
            rounds.add(round);
            bench.say(String.format(
                    Locale.ROOT,
                    "round %d: median %.1f ms, p99 %.1f ms, at %.1f writes/s",
                    n,
                    milliseconds(round.visible, 50),
                    milliseconds(round.visible, 99),
                    round.perSecond));
        }
        var pace = Series.of(rounds.stream().map(Round::perSecond).toList());
        return Outcome.measured(
                name(),
                List.of(
                        times("visible after, median", rounds, 50),
                        times("visible after, p99", rounds, 99).below(TARGET_MILLISECONDS),
                        written("the write itself, median", rounds, 50),
                        written("the write itself, p99", rounds, 99)),
                List.of(String.format(
                        Locale.ROOT,
                        "%d rounds of %d s after %d s of warm-up, POST /v1/initiatives and the waiting GET both through the gateway; %.1f writes/s achieved, every one of them seen.",
                        rounds.size(),
                        bench.plan().stream().toSeconds(),
                        bench.plan().warmUp().toSeconds(),
                        pace.median())));
    }

    private Round round(Suite suite, Duration length, int pace) throws InterruptedException {
        var gateway = suite.address("gateway");
        var sightings = new Sightings();
        var written = new ConcurrentHistogram(3);
        var over = new AtomicBoolean();
        try (var reader = new Api(gateway, suite.token("reporting-job"));
                var writer = new Api(gateway, suite.token("submitter"));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var feed = new Feed(reader);
            var reading = threads.submit(() -> {
                while (!over.get()) {
                    feed.await(sightings);
                }
                return null;
            });
            try {
                var perSecond = write((int) length.toSeconds() * pace, pace, writer, threads, sightings, written);
                if (reading.isDone()) {
                    finished(reading);
                }
                sightings.await(LAST_SIGHTING);
                over.set(true);
                // A last change ends the reader's wait; without it the round would last as long as the wait.
                writer.post(Initiative.PATH, Initiative.called("the last one"));
                finished(reading);
                return new Round(sightings.delays(), written, perSecond);
            } finally {
                over.set(true);
            }
        }
    }

    /** Sends them by the clock, waits for all answers, and tells how many a second that were. */
    private static double write(
            int count, int pace, Api writer, ExecutorService threads, Sightings sightings, Histogram written)
            throws InterruptedException {
        var begin = System.nanoTime();
        var writes = new ArrayList<Future<?>>();
        for (int n = 0; n < count; n++) {
            waitUntil(begin + n * 1_000_000_000L / pace);
            var title = "visible " + n;
            writes.add(threads.submit(() -> {
                var sent = System.nanoTime();
                var id = writer.post(Initiative.PATH, Initiative.called(title))
                        .get("id")
                        .asText();
                var answered = System.nanoTime();
                sightings.answered(id, answered);
                written.recordValue((answered - sent) / 1_000);
                return null;
            }));
        }
        for (var write : writes) {
            finished(write);
        }
        return count / ((System.nanoTime() - begin) / 1e9);
    }

    private static void waitUntil(long nanoTime) {
        for (var left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void finished(Future<?> work) throws InterruptedException {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Trouble trouble ? trouble : new Trouble("A request failed", e.getCause());
        }
    }

    private static Figure times(String name, List<Round> rounds, double percentile) {
        return figure(
                name,
                rounds.stream()
                        .map(round -> milliseconds(round.visible, percentile))
                        .toList());
    }

    private static Figure written(String name, List<Round> rounds, double percentile) {
        return figure(
                name,
                rounds.stream()
                        .map(round -> milliseconds(round.written, percentile))
                        .toList());
    }

    private static Figure figure(String name, List<Double> rounds) {
        return Figure.of(name, Unit.MILLISECONDS, Series.of(rounds));
    }

    private static double milliseconds(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }
}
