package city.c3po.inventory.licence;

import city.c3po.platform.value.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What its renewal needs to know of an entitlement. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ExpiringEntitlement", description = "The entitlement whose term ends.")
public record Expiring(
        UUID id,
        String number,
        UUID product,
        @Nullable String department,
        @Nullable String vendor,
        @Nullable String owner,
        LocalDate termEnd,
        int noticeDays,
        boolean autoRenew,
        @Nullable Money cost,
        boolean sampleData) {}
