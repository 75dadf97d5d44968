package city.c3po.local.suite;

import city.c3po.local.part.Home;
import city.c3po.local.part.Part;
import city.c3po.local.part.PartProcess;
import city.c3po.local.part.Progress;
import city.c3po.local.part.StartupCache;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** One stop of several parts: each after all those that need it, so that a service can finish what it does. */
public final class Stop {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE_WHILE_WRITING = Duration.ofMinutes(4);

    private final Home home;
    private final Progress progress;

    public Stop(Home home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    public void all(Collection<Part> parts) {
        all(parts, this::stop);
    }

    /** As {@link #all}, for a start that failed: a part that would take its time to write a start-up cache is killed. */
    public void allQuickly(Collection<Part> parts) {
        all(parts, part -> {
            if (writesWhenItEnds(part)) {
                kill(part);
            }
            stop(part);
        });
    }

    private void all(Collection<Part> parts, Consumer<Part> stop) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var gone = new HashMap<String, CompletableFuture<Void>>();
            for (var part : Start.inOrder(parts).reversed()) {
                var users = parts.stream()
                        .filter(other -> other.needs().contains(part.name()))
                        .map(other -> gone.get(other.name()))
                        .toArray(CompletableFuture[]::new);
                gone.put(part.name(), CompletableFuture.allOf(users).thenRunAsync(() -> stop.accept(part), threads));
            }
            CompletableFuture.allOf(gone.values().toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private void stop(Part part) {
        var process = new PartProcess(home, part.name());
        if (process.running().isPresent()) {
            var writes = writesWhenItEnds(part);
            progress.say(part.name(), writes ? "stopping, and writing its start-up cache once" : "stopping");
            process.signal(part.farewell());
            if (!process.leaves(writes ? PATIENCE_WHILE_WRITING : PATIENCE)) {
                progress.say(part.name(), "does not leave by itself and is killed");
                kill(part);
            }
            StartupCache.keep(home, part.name(), process.thisRun());
            progress.say(part.name(), "stopped");
        }
        process.forget();
    }

    private boolean writesWhenItEnds(Part part) {
        return new PartProcess(home, part.name())
                .running()
                .map(process -> StartupCache.recording(home, part.name(), process))
                .orElse(false);
    }

    /** What a power cut does: no farewell, nothing finished. */
    public void kill(Part part) {
        var process = new PartProcess(home, part.name());
        process.signal("KILL");
        process.leaves(PATIENCE);
    }
}
