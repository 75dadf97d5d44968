package city.c3po.reporting.log;

import city.c3po.platform.actor.Access;
import city.c3po.platform.event.Changes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change, about to be appended.
 *
 * @param presentBefore whether there was such a subject
 * @param after the subject as this leaves it
 * @param accessBefore who could read it before, where that differs
 * @param event of the source; null for what is none
 */
public record Line(
        Op op,
        boolean presentBefore,
        Subject after,
        List<Changes.Change> changes,
        @Nullable Access accessBefore,
        Instant occurredAt,
        Instant recordedAt,
        String source,
        @Nullable Cause event) {
    /** The event behind a line. */
    public record Cause(String id, String type) {}
}
