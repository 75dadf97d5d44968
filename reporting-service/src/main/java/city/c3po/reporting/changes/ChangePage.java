package city.c3po.reporting.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the feed. */
@Schema(name = "ChangePage", description = "A page of the feed.")
record ChangePage(
        @Schema(description = "In the order of seq. May be empty although there are more pages.")
        List<ChangeItem> items,

        Links page,
        @JsonUnwrapped @Nullable Standing standing,

        @Schema(description = "Until when delta, or the delta at the end of this round, can be used.")
        Instant deltaExpiresAt,

        @Schema(description = "When to ask again, unless you wait (Prefer: wait); 0 when there is more already.")
        int pollAfterSeconds) {

    /** Where to go on. */
    @Schema(name = "ChangeLinks", description = "Where to go on: one of next and delta.")
    record Links(
            boolean hasMore,

            @Schema(description = "The next page of this round.", examples = "/v1/changes?cursor=k1.MSBuZXQ.c2ln")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable String next,

            @Schema(
                    description = "The next round. Keep it: it is all that has to be kept.",
                    examples = "/v1/changes?cursor=k1.MSBuZXQ.c2ln")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable String delta) {}

    /** How things are now, on the first page of a round. Later pages can be read again for ever, so they leave it out. */
    @Schema(name = "Standing", description = "How things are now. Only on the first page of a round.")
    record Standing(
            @Schema(description = "How far the log goes; all pages of the round end here.")
            long head,

            @Schema(
                    nullable = true,
                    description =
                            "Everything that all sources recorded up to here is at or before head; null when one has not said.")
            @Nullable Instant completeThrough,

            List<SourceStanding> sources) {}

    /** The last line of a stream: what a page says beside its items. */
    record End(Links page, @JsonUnwrapped Standing standing, Instant deltaExpiresAt, int pollAfterSeconds) {}
}
