package city.c3po.reporting.log;

import city.c3po.platform.actor.Access;
import city.c3po.platform.event.InboxSubject;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Where the log has brought a record.
 *
 * @param present false once it was removed, and as long as only a gap is known of it
 * @param state null where it was erased
 */
public record Subject(
        InboxSubject name,
        @Nullable String number,
        @Nullable String href,
        long version,
        boolean present,
        @Nullable JsonNode state,
        Access access) {}
