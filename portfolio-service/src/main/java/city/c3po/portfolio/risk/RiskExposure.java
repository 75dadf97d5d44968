package city.c3po.portfolio.risk;

import city.c3po.platform.value.Money;
import city.c3po.portfolio.schedule.Estimate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a risk does to a project, in figures.
 *
 * @param probability that it happens: as was said, or the share behind its present rating
 * @param expected probability times mean cost (expected monetary value)
 */
public record RiskExposure(
        String number,
        String title,
        BigDecimal probability,
        @Nullable Estimate days,
        @Nullable Estimate cost,
        List<String> activities,
        BigDecimal expected) {

    static RiskExposure of(Risk risk, RiskScale scale) {
        var text = risk.text();
        var share = text.probability() == null ? scale.share(risk.current()) : text.probability();
        var mean = text.cost() == null ? BigDecimal.ZERO : text.cost().mean();
        return new RiskExposure(
                risk.number(),
                text.title(),
                share,
                text.days(),
                text.cost(),
                Objects.requireNonNull(text.activities()),
                share.multiply(mean).setScale(Money.PLACES, RoundingMode.HALF_UP));
    }

    /** Whether it does anything that can be reckoned with. */
    public boolean quantified() {
        return days != null || cost != null;
    }
}
