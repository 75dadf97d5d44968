package city.c3po.reporting.changes;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What many want at the same moment is done once for all of them. Nothing is kept. */
final class Together<K, V> {
    private final ConcurrentHashMap<K, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();

    V get(K what, Supplier<V> work) {
        var mine = new CompletableFuture<V>();
        var others = underWay.putIfAbsent(what, mine);
        if (others != null) {
            return result(others);
        }
        try {
            mine.complete(work.get());
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            underWay.remove(what, mine);
        }
        return result(mine);
    }

    private static <V> V result(CompletableFuture<V> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
