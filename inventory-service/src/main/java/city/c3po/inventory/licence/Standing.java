package city.c3po.inventory.licence;

import city.c3po.platform.value.Money;
import city.c3po.platform.value.Reference;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a position.
 *
 * @param consumed null when it is not known
 */
@Schema(name = "LicenceStanding", description = "What is entitled, what is consumed, and what the difference costs.")
record Standing(
        int entitled,

        @Schema(description = "Null when it is not known: see reason.") @Nullable Integer consumed,

        @Schema(description = "Devices, people, places, allocations or departments that were counted.")
        int consumers,

        @Schema(
                description =
                        "Why it is UNKNOWN: source-not-fresh, cores-not-known, no-use-was-told or nothing-feeds-it.")
        @Nullable String reason,

        @Schema(description = "What it costs to be compliant; null when the price or the need is not known.") @Nullable Money trueUp,

        @Schema(description = "What is paid for and not needed; null when the price or the need is not known.")
        @Nullable Money waste,

        @Schema(description = "The entitlements that count on that day.")
        List<Reference> entitlements,

        @Schema(description = "The sources that it rests on.")
        List<Feed> sources) {

    @Schema(name = "LicenceFeed", description = "A source that a position rests on.")
    record Feed(
            String source,

            @Schema(description = "Whether it fed us recently enough to be believed.")
            boolean fresh) {}
}
