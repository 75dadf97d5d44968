package city.c3po.charter.evaluation;

import city.c3po.charter.evaluation.Evaluations.Weighed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a vendor's final evaluations come to. */
@Schema(
        name = "VendorStanding",
        description = "A vendor's final evaluations, weighted by amount and by how recent they are.")
record VendorStanding(
        String vendor,

        @Schema(description = "1 to 5 with two places; null below two finals.") @Nullable BigDecimal score,

        @Schema(description = "Why there is no score.", examples = "missing-input") @Nullable String reason,

        @Schema(description = "How many evaluations are final.")
        int finals) {

    private static final int ENOUGH = 2;
    private static final double HALF_LIFE_DAYS = 24 * 365.25 / 12;

    static VendorStanding of(String vendor, List<Weighed> finals, Instant at) {
        if (finals.size() < ENOUGH) {
            return new VendorStanding(vendor, null, "missing-input", finals.size());
        }
        var sum = BigDecimal.ZERO;
        var weights = BigDecimal.ZERO;
        for (var each : finals) {
            var weight = each.amount().multiply(recency(each.finalAt(), at));
            sum = sum.add(each.average().multiply(weight));
            weights = weights.add(weight);
        }
        return weights.signum() == 0
                ? new VendorStanding(vendor, null, "division-by-zero", finals.size())
                : new VendorStanding(
                        vendor,
                        sum.divide(weights, MathContext.DECIMAL64).setScale(2, RoundingMode.HALF_UP),
                        null,
                        finals.size());
    }

    /** Half after 24 months. */
    private static BigDecimal recency(Instant then, Instant now) {
        var days = Math.max(0, Duration.between(then, now).toDays());
        return BigDecimal.valueOf(Math.pow(0.5, days / HALF_LIFE_DAYS));
    }
}
