package city.c3po.bench.measure;

import city.c3po.bench.figure.Figure;
import city.c3po.bench.figure.Outcome;
import city.c3po.bench.figure.Series;
import city.c3po.bench.figure.Unit;
import city.c3po.bench.suite.Suite;
import city.c3po.bench.tool.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** A verb on a record: initiatives are submitted, each once, with the version that was seen. */
final class Transition implements Measure {
    private static final int AT_ONCE = 32;
    private static final int PER_SECOND_OF_ROUND = 60;

    @Override
    public String name() {
        return "transition";
    }

    @Override
    public String question() {
        return "POST /v1/initiatives/{id}/submit, %d at once, directly".formatted(AT_ONCE);
    }

    @Override
    public Outcome run(Workbench bench) throws InterruptedException {
        var suite = bench.running();
        var each = (int) bench.plan().round().toSeconds() * PER_SECOND_OF_ROUND;
        bench.say("warm-up");
        round(suite, 0, each);
        var rates = new ArrayList<Double>();
        for (int n = 1; n <= bench.plan().rounds(); n++) {
            rates.add(round(suite, n * each, each));
            bench.say("round %d: %s".formatted(n, Unit.PER_SECOND.showWithSymbol(rates.getLast())));
        }
        return Outcome.measured(
                name(),
                List.of(Figure.of("submitted, directly", Unit.PER_SECOND, Series.of(rates))),
                List.of(
                        "%d rounds of %,d drafts, made beforehand; each about something else; a submission is a read with its ETag and a POST with If-Match, is triaged at once, and counts when it is answered."
                                .formatted(rates.size(), each)));
    }

    private static double round(Suite suite, int first, int count) throws InterruptedException {
        try (var api = new Api(suite.address("portfolio"), suite.token("submitter"))) {
            var drafts = all(
                    count,
                    n -> () -> api.post(Initiative.PATH, Initiative.unlike(first + n))
                            .path("href")
                            .asText());
            Backlog.drain(suite);
            var begin = System.nanoTime();
            all(count, n -> () -> api.move(drafts.get(n), "submit", ""));
            return count / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private interface Work<T> {
        Callable<T> number(int n);
    }

    private static <T> List<T> all(int count, Work<T> work) throws InterruptedException {
        var places = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = new ArrayList<Future<T>>();
            for (int n = 0; n < count; n++) {
                places.acquire();
                var one = work.number(n);
                begun.add(threads.submit(() -> {
                    try {
                        return one.call();
                    } finally {
                        places.release();
                    }
                }));
            }
            var done = new ArrayList<T>();
            for (var one : begun) {
                done.add(one.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Trouble trouble ? trouble : new Trouble("A request failed", e.getCause());
        }
    }
}
