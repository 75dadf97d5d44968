package city.c3po.reporting.changes;

import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A subscription as its owner, and whoever looks after jobs, sees it. */
@Schema(name = "ChangeSubscription", description = "A place in the feed, kept by name for a job without storage.")
record SubscriptionView(
        @Schema(examples = "nightly-warehouse") String name,

        @Schema(description = "Subject of whoever made it.") String owner,
        List<String> types,
        List<String> departments,
        List<String> programs,
        List<String> fields,

        @Schema(description = "net or log, as in the feed.", examples = "net")
        String mode,

        @Schema(description = "All up to this position of the log is acknowledged.")
        long acknowledged,

        @Schema(description = "How many positions of the log lie beyond, whether they concern it or not.")
        long behind,

        Instant createdAt,

        @Schema(nullable = true, description = "When it last moved on; null as long as it never did.") @Nullable Instant acknowledgedAt,

        @Schema(description = "When its place ends, unless it moves on before.")
        Instant expiresAt,

        @Schema(description = "Where its changes are read.") String changes,
        String href)
        implements Representation {
    static SubscriptionView of(Subscription one, long head, Instant expiresAt) {
        return new SubscriptionView(
                one.name(),
                one.owner(),
                List.copyOf(one.filters().types()),
                List.copyOf(one.filters().departments()),
                List.copyOf(one.filters().programs()),
                List.copyOf(one.filters().fields()),
                one.mode().word(),
                one.place().position(),
                Math.max(0, head - one.place().position()),
                one.createdAt(),
                one.acknowledgedAt(),
                expiresAt,
                one.changes(),
                one.href());
    }
}
