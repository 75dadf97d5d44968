package city.c3po.inventory.licence;

import city.c3po.platform.value.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What its renewal needs to know of an entitlement, or of a subscription that a system tells of.
 *
 * @param type {@code entitlement} or {@code asset}
 * @param product of an asset: null where no product of ours is known for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "ExpiringEntitlement",
        description = "The entitlement whose term ends, or the subscription, an asset, that nobody recorded one for.")
public record Expiring(
        @Schema(description = "entitlement or asset; entitlement where it is left out.") @Nullable String type,

        UUID id,
        String number,
        @Nullable UUID product,
        @Nullable String department,
        @Nullable String vendor,
        @Nullable String owner,
        LocalDate termEnd,
        int noticeDays,
        boolean autoRenew,
        @Nullable Money cost,
        boolean sampleData) {}
