package city.c3po.inventory.product;

import city.c3po.platform.value.Reference;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How products are looked after on a day. */
@Schema(name = "Support", description = "How a product, or the worst product of an asset, is looked after on a day.")
record Support(
        SupportStatus status,
        LocalDate on,

        @Schema(description = "The products it was worked out from, the worst first.")
        List<OfProduct> products) {

    @Schema(name = "ProductSupport", description = "How one product is looked after on that day.")
    record OfProduct(
            Reference product,
            String label,
            SupportStatus status,

            @Schema(description = "The cycle that counts; null when none fits the version.") @Nullable String cycle,

            @Schema(description = "Last day of this status; null when not known.") @Nullable LocalDate until,

            @Schema(description = "The asset that it is, or is installed on it as.") @Nullable Reference via) {}

    static Support of(LocalDate on, List<OfProduct> products) {
        return new Support(
                products.isEmpty() ? SupportStatus.UNKNOWN : products.getFirst().status(), on, products);
    }
}
