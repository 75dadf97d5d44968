package city.c3po.portfolio.risk;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the scale of the configuration; a scale that makes no sense keeps the service from starting. */
@Singleton
class RiskScales {
    private final RiskScale scale;

    RiskScales(
            @ConfigProperty(name = "c3po.risks.probabilities") List<BigDecimal> probabilities,
            @ConfigProperty(name = "c3po.risks.bands") List<String> bands,
            @ConfigProperty(name = "c3po.risks.appetite") int appetite) {
        scale = new RiskScale(
                probabilities, bands.stream().map(RiskScale.Band::of).toList(), appetite);
    }

    RiskScale inForce() {
        return scale;
    }
}
