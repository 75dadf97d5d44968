package city.c3po.inventory.licence;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of an entitlement that a person or an asset has. */
@Schema(name = "Allocation", description = "A part of an entitlement that a person or an asset has.")
public record Allocation(
        UUID id,

        @Schema(description = "Subject of the person.") @Nullable String person,

        @Schema(description = "Id of the asset.") @Nullable UUID asset,

        int quantity,

        @Schema(description = "Whether it was made although it went beyond the quantity.")
        boolean overQuota,

        @Schema(description = "Subject of who made it.") String madeBy,
        Instant madeAt) {}
