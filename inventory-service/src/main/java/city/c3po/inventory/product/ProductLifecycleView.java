package city.c3po.inventory.product;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A lifecycle as callers see it. */
@Schema(name = "ProductLifecycle", description = "For how long the maker of a product line looks after it.")
public record ProductLifecycleView(
        @Schema(examples = "ubuntu") String code,
        String href,
        String name,
        @Nullable String source,
        List<ProductLifecycleText.Cycle> cycles,
        Instant recordedAt,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<ProductLifecycleAction> allowedActions)
        implements Representation {

    static ProductLifecycleView of(ProductLifecycle one, @Nullable Actor reader) {
        return new ProductLifecycleView(
                one.id(),
                one.href(),
                one.said().name(),
                one.said().source(),
                one.said().cycles(),
                one.recordedAt(),
                reader == null ? null : one.allowedActions(reader));
    }
}
