package city.c3po.reporting.report;

import city.c3po.platform.event.CompleteThrough;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a freeze is waiting for. */
@Schema(name = "FreezeMonitor", description = "What became of a freeze, or what it is waiting for.")
record FreezeMonitor(
        @Schema(
                description = "NOT_ASKED, WAITING, REFUSED or FROZEN.",
                enumeration = {"NOT_ASKED", "WAITING", "REFUSED", "FROZEN"})
        String state,

        @Schema(nullable = true) @Nullable Instant requestedAt,

        @Schema(description = "Everything up to here must be known.")
        Instant cutOff,

        @Schema(description = "The sources that are not known up to the cut-off.")
        List<Behind> waitsFor,

        @Schema(nullable = true, description = "The problem's code, when it could not be frozen.") @Nullable String refusedFor,

        @Schema(nullable = true, description = "The report, once it is frozen.") @Nullable String report) {

    @Schema(name = "SourceBehind", description = "A source that is not known up to the cut-off.")
    record Behind(
            String service,

            @Schema(nullable = true, description = "Known up to here; null when it has not said.") @Nullable Instant watermark) {
        static Behind of(CompleteThrough.Source source) {
            return new Behind(source.source(), source.through());
        }
    }
}
