package city.c3po.audit.followup;

import city.c3po.platform.value.Ratio;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How well recommendations are implemented, as of the cycle's day. */
@Schema(name = "FollowUpMeasures", description = "How well recommendations are implemented, as of the cycle's day.")
public record Measures(
        @Schema(description = "Of those issued in the last five years, how many are implemented.")
        Ratio implementedOf5Years,

        @Schema(description = "Of those issued in the last ten years, how many are implemented.")
        Ratio implementedOf10Years,

        @Schema(description = "From issue to verified implementation.") @Nullable Integer medianDaysToImplement,

        @Nullable Integer p90DaysToImplement,

        @Schema(description = "Implemented by the original target, of those implemented that have one.")
        Ratio onTime,

        @Schema(description = "From the claim to the verdict, median.") @Nullable Integer claimToVerificationDays,

        Ageing openByAge) {

    /** Open ones by the years since issue. */
    @Schema(name = "AgeingBands", description = "Open recommendations by the time since issue.")
    public record Ageing(int underOneYear, int oneToTwoYears, int twoToFiveYears, int overFiveYears) {}
}
