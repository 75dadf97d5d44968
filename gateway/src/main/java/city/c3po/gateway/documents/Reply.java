package city.c3po.gateway.documents;

import city.c3po.gateway.openapi.ServiceDocument;
import org.jspecify.annotations.Nullable;

/** What came of asking a service for its document. */
sealed interface Reply {
    /** @param etag to ask with the next time */
    record Given(ServiceDocument document, @Nullable String etag) implements Reply {}

    /** The same as before. */
    record Unchanged() implements Reply {}

    /** Something that is no document of a service. */
    record Unreadable(String reason) implements Reply {}

    record Unreachable(String reason) implements Reply {}
}
