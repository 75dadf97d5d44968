package city.c3po.reporting.dashboard;

import city.c3po.reporting.model.Canonical;
import city.c3po.reporting.rendering.Words;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The page as it was made a moment ago. However many ask, it is made once; a moment later it is made anew. */
@Singleton
class DashboardCache {
    /** @param zipped the same as gzip, a fifth as long: made once, not for each resident */
    record Kept(byte[] bytes, byte[] zipped, String tag) {
        static Kept of(String html) {
            var bytes = html.getBytes(StandardCharsets.UTF_8);
            return new Kept(
                    bytes, zip(bytes), Base64.getUrlEncoder().withoutPadding().encodeToString(Canonical.digest(bytes)));
        }

        private static byte[] zip(byte[] bytes) {
            var zipped = new ByteArrayOutputStream();
            try (var out = new GZIPOutputStream(zipped)) {
                out.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException("memory cannot be written", e);
            }
            return zipped.toByteArray();
        }
    }

    private record Made(long at, CompletableFuture<Kept> page) {}

    private final DashboardPage page;
    private final long keepNanos;
    private final ConcurrentHashMap<String, Made> made = new ConcurrentHashMap<>();

    DashboardCache(DashboardPage page, @ConfigProperty(name = "c3po.dashboard.keep") Duration keep) {
        this.page = page;
        this.keepNanos = keep.toNanos();
    }

    Kept get(Words words) {
        long now = System.nanoTime();
        var mine = new Made(now, new CompletableFuture<>());
        var current = made.compute(
                words.language(), (language, old) -> old == null || now - old.at() > keepNanos ? mine : old);
        if (current == mine) {
            try {
                mine.page().complete(Kept.of(page.html(words, null)));
            } catch (RuntimeException | Error e) {
                made.remove(words.language(), mine);
                mine.page().completeExceptionally(e);
            }
        }
        try {
            return current.page().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
