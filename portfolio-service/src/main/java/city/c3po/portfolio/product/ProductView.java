package city.c3po.portfolio.product;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A product as callers see it. */
@Schema(name = "Product", description = "Something the city runs. It has an owner and no end date.")
public record ProductView(
        UUID id,
        @Schema(examples = "PRD-2026-0001") String number,
        String href,
        ProductState state,
        String title,
        @Nullable String description,
        @Schema(description = "Subject of its owner.") String owner,

        @Schema(description = "Code of the department that runs it.") @Nullable String department,

        boolean sampleData,
        String createdBy,
        Instant createdAt,
        long version,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<ProductAction> allowedActions)
        implements Representation {

    static ProductView of(Product product, @Nullable Actor reader) {
        var plan = product.plan();
        return new ProductView(
                product.id(),
                product.number(),
                product.href(),
                product.productState(),
                plan.title(),
                plan.description(),
                plan.owner(),
                plan.department(),
                Boolean.TRUE.equals(plan.sampleData()),
                product.createdBy(),
                product.createdAt(),
                product.version(),
                reader == null ? null : product.allowedActions(reader));
    }
}
