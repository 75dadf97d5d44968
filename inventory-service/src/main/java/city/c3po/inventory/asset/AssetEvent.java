package city.c3po.inventory.asset;

import city.c3po.platform.event.Event;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to an asset. Imports write the same facts in SQL, with the import and the line they come from. */
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface AssetEvent extends Event {
    /** @param source who said it first: {@code manual}, or a feed */
    record Created(
            AssetKind kind,
            String source,
            @Nullable UUID importId,
            @Nullable Integer line,
            Instant at) implements AssetEvent {}

    /** @param attributes whose value changed */
    record Updated(
            List<String> attributes,
            String source,
            @Nullable String reason,
            @Nullable UUID importId,
            @Nullable Integer line,
            Instant at)
            implements AssetEvent {
        @Override
        public @Nullable String why() {
            return reason;
        }
    }

    record StateChanged(
            AssetState from,
            AssetState to,
            String source,
            @Nullable String reason,
            @Nullable UUID importId,
            @Nullable Integer line,
            Instant at)
            implements AssetEvent {
        @Override
        public @Nullable String why() {
            return reason;
        }
    }

    /** Of the tombstone and of the survivor alike. */
    record Merged(UUID loser, UUID survivor, String reason, Instant at) implements AssetEvent {
        @Override
        public String why() {
            return reason;
        }
    }

    record Unmerged(UUID loser, UUID survivor, String reason, Instant at) implements AssetEvent {
        @Override
        public String why() {
            return reason;
        }
    }
}
