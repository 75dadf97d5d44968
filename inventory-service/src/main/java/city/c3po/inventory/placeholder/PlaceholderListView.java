package city.c3po.inventory.placeholder;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The list as callers see it. */
@Schema(name = "PlaceholderList", description = "Serials, UUIDs and tags that identify nothing.")
public record PlaceholderListView(
        String id,
        String href,

        @Schema(description = "Upper case, without separators, in the order of the alphabet.")
        List<String> entries,

        Instant recordedAt,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<PlaceholderAction> allowedActions)
        implements Representation {

    static PlaceholderListView of(PlaceholderList list, @Nullable Actor reader) {
        return new PlaceholderListView(
                list.id(),
                "/v1/placeholders/identity",
                list.entries(),
                list.recordedAt(),
                reader == null ? null : list.allowedActions(reader));
    }
}
