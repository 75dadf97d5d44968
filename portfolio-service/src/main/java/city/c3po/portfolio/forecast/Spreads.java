package city.c3po.portfolio.forecast;

import city.c3po.portfolio.schedule.Estimate;
import city.c3po.portfolio.simulation.Spread;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Estimates as the simulation draws from them. */
final class Spreads {
    private static final Spread NOTHING = new Spread.Fixed(0);

    private Spreads() {}

    static Spread orNothing(@Nullable Estimate said) {
        return said == null ? NOTHING : of(said, 1);
    }

    /** @param share what of it is left */
    static Spread of(Estimate said, double share) {
        double low = said.low().doubleValue() * share;
        double high = said.high().doubleValue() * share;
        var likely = said.likely();
        return switch (said.shape()) {
            case UNIFORM -> new Spread.Uniform(low, high);
            case TRIANGULAR ->
                new Spread.Triangular(low, Objects.requireNonNull(likely).doubleValue() * share, high);
            case PERT -> new Spread.PertBeta(low, Objects.requireNonNull(likely).doubleValue() * share, high);
        };
    }
}
