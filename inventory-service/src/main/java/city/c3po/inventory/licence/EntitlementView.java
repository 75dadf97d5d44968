package city.c3po.inventory.licence;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entitlement as callers see it. */
@Schema(name = "Entitlement", description = "So many licences of a product by a metric, for a term.")
public record EntitlementView(
        UUID id,
        @Schema(examples = "ENT-2026-0007") String number,
        String href,
        @JsonUnwrapped EntitlementText said,

        @Schema(description = "How many of its quantity are allocated.")
        int allocated,

        @Schema(description = "Why it was ended before its term; null while it counts.") @Nullable String ended,

        String createdBy,
        Instant createdAt,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<EntitlementAction> allowedActions)
        implements Representation {

    static EntitlementView of(Entitlement one, @Nullable Actor reader) {
        return new EntitlementView(
                one.id(),
                one.number(),
                one.href(),
                one.said(),
                one.allocated(),
                one.ended(),
                one.createdBy(),
                one.createdAt(),
                reader == null ? null : one.allowedActions(reader));
    }
}
