package city.c3po.audit.recommendation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a control measures of a recommendation. */
@Schema(name = "LivingEvidence", description = "What a control measures, continuously.")
public record LivingEvidence(
        @Schema(description = "What it is called.", examples = "Key vendor staff")
        String control,

        @Schema(description = "Its key in /v1/controls.", examples = "key-staff")
        String key,

        Measure measure,

        @Schema(description = "Keys of the elements that it speaks for.")
        List<String> elements,

        @Schema(description = "Since when it is so.") Instant measuredAt) {

    /** Numerator by denominator against a target. */
    @Schema(name = "LivingMeasure", description = "How many of how many, against a target.")
    public record Measure(
            BigDecimal numerator,
            long denominator,

            @Schema(description = "Null where there is nothing to measure.") @Nullable BigDecimal value,

            BigDecimal target) {

        /** Nothing to measure reaches no target, and misses none. */
        public @Nullable Boolean reached() {
            return value == null ? null : value.compareTo(target) >= 0;
        }
    }

    /** Of key, numerator, denominator, target and instant, each in a line: what a verdict rests on can be made again. */
    public String sha256() {
        var said = String.join(
                "\n",
                key,
                plain(measure.numerator()).toPlainString(),
                Long.toString(measure.denominator()),
                plain(measure.target()).toPlainString(),
                measuredAt.toString());
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** 3 rather than 3.0000. */
    public static BigDecimal plain(BigDecimal sum) {
        var stripped = sum.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
