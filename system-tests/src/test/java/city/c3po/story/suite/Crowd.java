package city.c3po.story.suite;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * Clients that work side by side while a story goes on. One that gives up ends the story with its reason, and a story
 * that ends early interrupts those that still wait or work.
 */
public final class Crowd implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ExecutorService threads;
    private final List<? extends Future<?>> work;

    /** @param work of the client with a number from 0 */
    public Crowd(int clients, IntFunction<? extends Callable<?>> work) {
        this.threads = Executors.newFixedThreadPool(clients);
        this.work = IntStream.range(0, clients)
                .mapToObj(client -> threads.submit(work.apply(client)))
                .toList();
    }

    public void await(String what, BooleanSupplier reached) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    work.forEach(Crowd::notGivenUp);
                    return reached.getAsBoolean();
                });
    }

    /** Until each client has done all of its work. */
    public void awaitEnd() {
        await("the end of all work", () -> work.stream().allMatch(Future::isDone));
        work.forEach(Crowd::notGivenUp);
    }

    private static void notGivenUp(Future<?> client) {
        if (client.state() == Future.State.FAILED) {
            throw new AssertionError("a client has given up", client.exceptionNow());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
