package city.c3po.reporting.changes;

import city.c3po.platform.event.CompleteThrough;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far one source is known. */
@Schema(name = "Source", description = "How far one source is known.")
record SourceStanding(
        @Schema(examples = "portfolio") String service,

        @Schema(
                nullable = true,
                description = "Everything it recorded up to here is in the feed; null when it has not said.")
        @Nullable Instant watermark,

        @Schema(nullable = true, description = "How old the watermark is, in seconds.") @Nullable Long lagSeconds,

        SourceState state) {

    static SourceStanding of(CompleteThrough.Source source, Instant now, Duration stalledAfter) {
        var through = source.through();
        if (through == null) {
            return new SourceStanding(source.source(), null, null, SourceState.UNKNOWN);
        }
        var lag = Duration.between(through, now);
        var state = lag.compareTo(stalledAfter) > 0
                ? SourceState.STALLED
                : source.gaps() > 0 ? SourceState.GAPS : SourceState.LIVE;
        return new SourceStanding(source.source(), through, Math.max(0, lag.toSeconds()), state);
    }

    boolean stands() {
        return state == SourceState.UNKNOWN || state == SourceState.STALLED;
    }
}
