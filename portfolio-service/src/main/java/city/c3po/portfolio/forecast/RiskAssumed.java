package city.c3po.portfolio.forecast;

import city.c3po.portfolio.risk.RiskExposure;
import city.c3po.portfolio.schedule.Estimate;
import city.c3po.portfolio.schedule.network.Network;
import city.c3po.portfolio.simulation.RiskDriver;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A risk that the forecast supposes. */
@Schema(
        name = "RiskAssumed",
        description = "A risk that the forecast supposes, and what it does to the activities it touches.")
record RiskAssumed(
        @NotBlank @Size(max = 40) String id,

        @NotBlank @Size(max = 200) String title,

        @Schema(description = "That it occurs, 0 to 1.") @NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal probability,

        @Schema(description = "Working days it adds to each activity it touches.") @Valid @Nullable Estimate days,

        @Schema(description = "What it costs, once.") @Valid @Nullable Estimate cost,

        @Schema(description = "Ids of the activities it touches.") @NotNull @Size(max = 500) List<@NotNull @Size(max = 40) String> activities) {
    /** As the register says it; an activity that the schedule no longer has is not touched. */
    static RiskAssumed of(RiskExposure exposure, Network network) {
        return new RiskAssumed(
                exposure.number(),
                exposure.title(),
                exposure.probability(),
                exposure.days(),
                exposure.cost(),
                exposure.activities().stream().filter(network::has).toList());
    }

    RiskDriver driver() {
        return new RiskDriver(
                id, probability.doubleValue(), Spreads.orNothing(days), Spreads.orNothing(cost), activities);
    }
}
