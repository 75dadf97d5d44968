package city.c3po.gateway.documents;

import city.c3po.gateway.documents.Reply.Given;
import city.c3po.gateway.documents.Reply.Unchanged;
import city.c3po.gateway.documents.Reply.Unreachable;
import city.c3po.gateway.documents.Reply.Unreadable;
import city.c3po.gateway.documents.SourceState.State;
import city.c3po.gateway.openapi.DocumentRefused;
import city.c3po.gateway.openapi.ServiceDocument;
import io.micrometer.core.instrument.Clock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Where one service's document comes from. */
final class Source {
    private static final int MAX_BYTES = 16 * 1024 * 1024;
    /** For the last bytes of a document that began to arrive in time. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String service;
    private final URI address;
    private final Clock clock;
    private final AtomicReference<@Nullable Reply> reply = new AtomicReference<>();

    /** The newest readable one, published or not. */
    private volatile @Nullable ServiceDocument candidate;

    private volatile @Nullable String etag;
    private @Nullable Instant fetchedAt;
    private @Nullable String unreachable;
    private @Nullable String unreadable;

    private @Nullable ServiceDocument published;
    private @Nullable Instant publishedFetchedAt;
    private @Nullable String refusal;

    Source(String service, URI baseUrl, Clock clock) {
        this.service = service;
        this.address = baseUrl.resolve("/q/openapi?format=json");
        this.clock = clock;
    }

    String service() {
        return service;
    }

    void bundled(byte[] bytes) {
        try {
            candidate = ServiceDocument.read(service, bytes);
        } catch (DocumentRefused e) {
            unreadable = e.getMessage();
        }
    }

    @Nullable ServiceDocument candidate() {
        return candidate;
    }

    @Nullable ServiceDocument published() {
        return published;
    }

    void publish() {
        published = candidate;
        publishedFetchedAt = fetchedAt;
        refusal = null;
    }

    void refuse(String reason) {
        refusal = reason;
    }

    /** Asks the service and keeps its reply until {@link #take}. Everything else here belongs to whoever publishes. */
    void fetch(HttpClient client, Duration patience) throws InterruptedException {
        reply.set(ask(client, patience));
    }

    private Reply ask(HttpClient client, Duration patience) throws InterruptedException {
        var request = HttpRequest.newBuilder(address).timeout(patience).header("Accept", "application/json");
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        var answer = client.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES));
        try {
            return read(answer.get(patience.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new Unreachable("does not answer");
        } catch (ExecutionException e) {
            return new Unreachable(
                    e.getCause() instanceof HttpTimeoutException ? "does not answer" : "cannot be reached");
        } finally {
            answer.cancel(true);
        }
    }

    private Reply read(HttpResponse<byte[]> response) {
        return switch (response.statusCode()) {
            case 200 -> {
                try {
                    var known = candidate;
                    yield new Given(
                            known != null && known.isOf(response.body())
                                    ? known
                                    : ServiceDocument.read(service, response.body()),
                            response.headers().firstValue("ETag").orElse(null));
                } catch (DocumentRefused e) {
                    yield new Unreadable(e.getMessage());
                }
            }
            case 304 -> new Unchanged();
            default -> new Unreachable("answers " + response.statusCode());
        };
    }

    /** Learns what has come since it was last asked, if anything. */
    void take() {
        switch (reply.getAndSet(null)) {
            case null -> {}
            case Given(var document, var tag) -> {
                unreachable = null;
                unreadable = null;
                if (!document.equals(candidate) || fetchedAt == null) {
                    fetchedAt = Instant.ofEpochMilli(clock.wallTime());
                }
                candidate = document;
                etag = tag;
                if (document.equals(published)) {
                    publish();
                }
            }
            case Unchanged() -> unreachable = null;
            case Unreadable(var reason) -> {
                unreachable = null;
                unreadable = reason;
                etag = null;
            }
            case Unreachable(var reason) -> unreachable = reason;
        }
    }

    SourceState state() {
        var reason = unreachable != null ? unreachable : unreadable != null ? unreadable : refusal;
        return new SourceState(service, word(), published, publishedFetchedAt, reason);
    }

    private State word() {
        if (unreadable != null || refusal != null) {
            return published == null ? State.MISSING : State.REFUSED;
        }
        if (published == null) {
            return State.MISSING;
        }
        if (unreachable != null) {
            return publishedFetchedAt == null ? State.BUNDLED : State.STALE;
        }
        return publishedFetchedAt == null ? State.BUNDLED : State.LIVE;
    }
}
