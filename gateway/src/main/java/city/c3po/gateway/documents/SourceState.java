package city.c3po.gateway.documents;

import city.c3po.gateway.openapi.ServiceDocument;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a service's document stands.
 *
 * @param document what is published, or null when nothing ever was
 * @param fetchedAt when this document first came from the service, or null while it is the bundled one
 * @param reason why the newest document is not published, or null when it is
 */
public record SourceState(
        String service,
        State state,
        @Nullable ServiceDocument document,
        @Nullable Instant fetchedAt,
        @Nullable String reason) {

    public enum State {
        /** The service's own, as it was when last asked. */
        LIVE,
        /** The copy from the build; the service was not seen alive yet. */
        BUNDLED,
        /** The last one that the service gave; it cannot be reached now. */
        STALE,
        /** The last good one; what the service gives now is not published. */
        REFUSED,
        /** There is none. */
        MISSING;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
