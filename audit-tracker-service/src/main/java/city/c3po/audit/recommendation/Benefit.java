package city.c3po.audit.recommendation;

import city.c3po.platform.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the city gains by it. */
@Schema(name = "RecommendationBenefit", description = "What the city gains by it.")
public record Benefit(@NotNull Type type, @Nullable @Valid Money amount) {

    /** Kinds of gain. */
    @Schema(name = "RecommendationBenefitType")
    public enum Type {
        COST_SAVING,
        REVENUE,
        EFFICIENCY,
        RISK_REDUCTION,
        COMPLIANCE,
        SERVICE
    }
}
