package city.c3po.local.suite;

import city.c3po.local.part.BusyPort;
import city.c3po.local.part.Home;
import city.c3po.local.part.Part;
import city.c3po.local.part.PartProcess;
import city.c3po.local.part.Progress;
import city.c3po.local.part.Refusal;
import city.c3po.local.part.StartupCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One start of several parts: each as soon as those it needs are ready, all others beside it. When one fails, the
 * others stop waiting, and what this start has launched is stopped again.
 */
public final class Start {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int TRIES = 40;
    private static final int LINES = 40;

    private final Home home;
    private final Progress progress;
    private final AtomicBoolean failed = new AtomicBoolean();
    /** Those that gave up because of another's failure are not what the person wants to hear about. */
    private volatile @Nullable RuntimeException firstFailure;

    private volatile boolean abandoned;
    private final ConcurrentLinkedQueue<Part> launched = new ConcurrentLinkedQueue<>();

    public Start(Home home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    public void all(Collection<Part> parts) {
        parts.stream().filter(part -> process(part).running().isEmpty()).forEach(part -> BusyPort.refuse(part.ports()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ready = new HashMap<String, CompletableFuture<Void>>();
            for (var part : inOrder(parts)) {
                var needs = part.needs().stream()
                        .filter(ready::containsKey)
                        .map(ready::get)
                        .toArray(CompletableFuture[]::new);
                ready.put(part.name(), CompletableFuture.allOf(needs).thenRunAsync(() -> guarded(part), threads));
            }
            CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            if (abandoned) {
                throw new Refusal("The start was interrupted.");
            }
            new Stop(home, progress).allQuickly(launched);
            throw firstFailure == null ? cause(e) : firstFailure;
        }
    }

    /** Launches nothing more, and leaves it to the caller to stop what was launched. */
    public Collection<Part> abandon() {
        abandoned = true;
        failed.set(true);
        return List.copyOf(launched);
    }

    /** Launches a part and does not wait for it to be ready. */
    public void launch(Part part) {
        if (process(part).running().isEmpty()) {
            BusyPort.refuse(part.ports());
            part.prepare(progress);
            process(part).launch(part.launch());
        }
    }

    /** Parts behind all those they need. */
    static List<Part> inOrder(Collection<Part> parts) {
        var ordered = new ArrayList<Part>();
        var left = new ArrayList<>(parts);
        while (!left.isEmpty()) {
            var next = left.stream()
                    .filter(part ->
                            left.stream().noneMatch(other -> part.needs().contains(other.name())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Parts need each other: " + left));
            ordered.add(next);
            left.remove(next);
        }
        return ordered;
    }

    private void guarded(Part part) {
        try {
            start(part);
        } catch (RuntimeException e) {
            if (!failed.getAndSet(true)) {
                firstFailure = e;
            }
            throw e;
        }
    }

    private void start(Part part) {
        var process = process(part);
        if (process.running().isEmpty()) {
            part.prepare(progress);
            giveUpIfFailed();
            process.launch(part.launch());
            launched.add(part);
        }
        var tries = 1;
        var deadline = System.nanoTime() + part.patience().toNanos();
        while (!part.answers()) {
            giveUpIfFailed();
            if (process.running().isEmpty()) {
                if (!part.passing(process.thisRun()) || tries++ > TRIES) {
                    throw new Refusal("%s has stopped while starting. %s".formatted(part.name(), tail(process)));
                }
                pause(Duration.ofMillis(250));
                process.launch(part.launch());
            } else if (System.nanoTime() > deadline) {
                throw new Refusal("%s is not ready after %d s. %s"
                        .formatted(part.name(), part.patience().toSeconds(), tail(process)));
            }
            pause(BETWEEN_LOOKS);
        }
        part.settle();
        if (StartupCache.dropRefused(home, part.name(), process.thisRun())) {
            progress.say(part.name(), "the start-up cache did not fit and was removed");
        }
        progress.say(part.name(), "ready at " + part.address());
    }

    private static String tail(PartProcess process) {
        return "The end of its log, %s:\n%s"
                .formatted(
                        process.log(),
                        String.join("\n", process.lastLines(LINES)).indent(2));
    }

    private void giveUpIfFailed() {
        if (failed.get()) {
            throw new CancellationException();
        }
    }

    private static RuntimeException cause(CompletionException problem) {
        return problem.getCause() instanceof RuntimeException cause ? cause : problem;
    }

    private PartProcess process(Part part) {
        return new PartProcess(home, part.name());
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
