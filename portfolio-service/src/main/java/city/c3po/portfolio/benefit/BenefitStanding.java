package city.c3po.portfolio.benefit;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a project's benefits stand.
 *
 * @param measured those of the tracked ones that were read off
 * @param farthest number of the one that is farthest off its course; null before the first reading
 * @param off how far: a share of the way from baseline to target, negative where it lags behind
 */
public record BenefitStanding(
        int tracked,
        int measured,
        @Nullable String farthest,
        @Nullable BigDecimal off) {}
