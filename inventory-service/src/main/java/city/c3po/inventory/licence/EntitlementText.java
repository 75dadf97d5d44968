package city.c3po.inventory.licence;

import city.c3po.platform.value.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an entitlement.
 *
 * @param sampleData fixed at creation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "EntitlementText",
        description =
                "What is said of an entitlement. Product, metric, quantity and the first day of its term are enough.")
public record EntitlementText(
        @NotNull @Schema(description = "Id in /v1/software-products.")
        UUID product,

        @NotNull Metric metric,

        @NotNull @Min(1) @Max(100_000_000) @Schema(examples = "500")
        Integer quantity,

        @Schema(description = "Whose it is; left out: the whole city's.", examples = "DEP-LIB")
        @Nullable @Pattern(regexp = "DEP-[A-Z0-9-]{1,20}") String department,

        @Schema(description = "City vendor number.") @Nullable @Pattern(regexp = "V-[A-Z0-9-]{1,30}") String vendor,

        @Schema(description = "Of metric CORE: as how many cores each device counts at least.")
        @Nullable @Min(0) @Max(10_000) Integer minimumCores,

        @NotNull LocalDate termStart,

        @Schema(description = "Last day; left out: for ever.") @Nullable LocalDate termEnd,

        @Schema(description = "What the whole of it costs for its term.") @Nullable @Valid Money cost,

        @Schema(description = "How many days before the end of its term it must be given notice; 0 when left out.")
        @Nullable @Min(0) @Max(1000) Integer noticeDays,

        @Schema(description = "Whether it renews itself when nobody gives notice.") @Nullable Boolean autoRenew,

        @Schema(description = "Subject of the person who decides about its renewal.")
        @Nullable @Pattern(regexp = "[\\x21-\\x7E]{1,255}") String owner,

        @Nullable @Size(max = 100) String orderNumber,
        @Nullable @Size(max = 2000) String notes,

        @Schema(description = "Made for a demonstration; said at creation only.") @Nullable Boolean sampleData) {

    EntitlementText settled(boolean sample) {
        return with(termStart, termEnd, cost, quantity, sample);
    }

    /** For the term that follows. */
    EntitlementText renewed(LocalDate until, @Nullable Money price, @Nullable Integer many) {
        return with(
                termEnd == null ? termStart : termEnd.plusDays(1),
                until,
                price == null ? cost : price,
                many == null ? quantity : many,
                Boolean.TRUE.equals(sampleData));
    }

    private EntitlementText with(
            LocalDate first, @Nullable LocalDate last, @Nullable Money price, Integer many, boolean sample) {
        return new EntitlementText(
                product,
                metric,
                many,
                department,
                vendor,
                minimumCores,
                first,
                last,
                price,
                noticeDays == null ? Integer.valueOf(0) : noticeDays,
                Boolean.TRUE.equals(autoRenew),
                owner,
                orderNumber,
                notes,
                sample);
    }
}
