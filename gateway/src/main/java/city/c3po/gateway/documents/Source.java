package city.c3po.gateway.documents;

import city.c3po.gateway.documents.SourceState.State;
import city.c3po.gateway.openapi.DocumentRefused;
import city.c3po.gateway.openapi.ServiceDocument;
import io.micrometer.core.instrument.Clock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where one service's document comes from. Used by one refresh at a time. */
final class Source {
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    private final String service;
    private final URI address;
    private final Clock clock;

    /** The newest readable one, published or not. */
    private @Nullable ServiceDocument candidate;

    private @Nullable String etag;
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

    void fetch(HttpClient client, Duration patience) throws InterruptedException {
        var request = HttpRequest.newBuilder(address).timeout(patience).header("Accept", "application/json");
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        try {
            var response = client.send(request.build(), BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                switch (response.statusCode()) {
                    case 200 -> received(response, body.readNBytes(MAX_BYTES));
                    case 304 -> unreachable = null;
                    default -> unreachable = "answers " + response.statusCode();
                }
            }
        } catch (HttpTimeoutException e) {
            unreachable = "does not answer";
        } catch (IOException e) {
            unreachable = "cannot be reached";
        }
    }

    /** A fetch that was given up because it took too long. */
    void gaveUp() {
        unreachable = "does not answer";
    }

    private void received(HttpResponse<?> response, byte[] bytes) {
        unreachable = null;
        try {
            var document = ServiceDocument.read(service, bytes);
            if (!document.equals(candidate) || fetchedAt == null) {
                fetchedAt = Instant.ofEpochMilli(clock.wallTime());
            }
            candidate = document;
            unreadable = null;
            if (document.equals(published)) {
                publish();
            }
            etag = response.headers().firstValue("ETag").orElse(null);
        } catch (DocumentRefused e) {
            unreadable = e.getMessage();
            etag = null;
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
