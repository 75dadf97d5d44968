package city.c3po.portfolio.resource;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Reference;
import city.c3po.platform.web.Representation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An allocation as callers see it. */
@Schema(name = "Allocation", description = "Time that a project asks of a resource, and whether there is enough of it.")
record AllocationView(
        UUID id,
        String href,
        Reference project,
        AllocationState state,

        @Schema(description = "Department, role and month.", examples = "DEP-PW/developer/2026-09")
        String capacity,

        AllocationText text,

        @Schema(description = "What its owner allowed above the capacity.")
        BigDecimal overHours,

        @Schema(description = "Why it was rejected, overridden or cancelled.") @Nullable String comment,

        String createdBy,
        Instant createdAt,
        long version,

        @Derived @Schema(description = "What is missing now, and the levers.") @Nullable Gap gap,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<AllocationAction> allowedActions)
        implements Representation {

    static AllocationView of(Allocation allocation, @Nullable Gap gap, @Nullable Actor reader) {
        return new AllocationView(
                allocation.id(),
                allocation.href(),
                allocation.project().reference(),
                allocation.allocationState(),
                allocation.capacity().id(),
                allocation.text(),
                allocation.overHours(),
                allocation.comment(),
                allocation.createdBy(),
                allocation.createdAt(),
                allocation.version(),
                gap,
                reader == null ? null : allocation.allowedActions(reader));
    }
}
