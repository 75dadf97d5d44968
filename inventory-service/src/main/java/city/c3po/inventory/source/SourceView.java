package city.c3po.inventory.source;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A source as callers see it. */
@Schema(name = "Source", description = "A department system that feeds the inventory.")
public record SourceView(
        @Schema(examples = "discovery") String code,
        String href,
        String name,
        @Nullable String department,
        int cadenceHours,
        int freshHours,
        int rank,
        List<SourceText.Precedence> precedence,
        boolean mayClear,
        SourceText.@Nullable Contract contract,

        @Schema(description = "Since when its feed is late; null while it is not.") @Nullable Instant lateSince,

        @Schema(description = "Since when it is believed no more; null while it is.") @Nullable Instant withdrawnAt,

        @Schema(
                description =
                        "Since when its assets are to be weighed anew, because it was withdrawn or reinstated; null once they are.")
        @Nullable Instant reconsideringSince,

        boolean sampleData,
        Instant recordedAt,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<SourceAction> allowedActions)
        implements Representation {

    static SourceView of(Source source, @Nullable Actor reader) {
        var said = source.said();
        return new SourceView(
                source.id(),
                source.href(),
                said.name(),
                said.department(),
                said.cadenceHours(),
                said.freshHours(),
                said.rank(),
                said.precedence(),
                said.mayClear(),
                said.contract(),
                source.lateSince(),
                source.withdrawnAt(),
                source.reconsideringSince(),
                Boolean.TRUE.equals(said.sampleData()),
                source.recordedAt(),
                reader == null ? null : source.allowedActions(reader));
    }
}
