package city.c3po.reporting.changes;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of a subscription. */
@Schema(name = "SubscriptionPage", description = "What a subscription has not acknowledged yet, from its beginning.")
record SubscriptionPage(
        @Schema(description = "In the order of seq. May be empty although there are more pages.")
        List<ChangeItem> items,

        @Schema(description = "Whether there is more after upTo in this round.")
        boolean hasMore,

        @Schema(
                description = "Send it to ack, with the ETag of this answer, once you have dealt with the items.",
                examples = "k1.MSBuZXQ.c2ln")
        String upTo,

        @JsonUnwrapped ChangePage.@Nullable Standing standing,

        @Schema(description = "Until when upTo can be used.")
        Instant deltaExpiresAt,

        @Schema(description = "When to ask again, unless you wait (Prefer: wait); 0 when there is more already.")
        int pollAfterSeconds) {}
