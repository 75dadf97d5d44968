package city.c3po.portfolio.forecast;

import static city.c3po.portfolio.forecast.ForecastRunRule.SOUND_RISK;

import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Fault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a forecast is asked for. */
@Schema(name = "ForecastAsked", description = "How often to run, from which seed, and which risks to suppose.")
record ForecastAsked(
        @Schema(description = "1,000 to 100,000; 10,000 where it is left out.") @Nullable Integer runs,

        @Schema(description = "Where the draws begin; chosen and kept where it is left out.") @Nullable Long seed,

        @Schema(description = "To be supposed instead of the open risks of the register; an empty list supposes none.")
        @Nullable @Size(max = 200) List<@NotNull @Valid RiskAssumed> risks) {
    private static final int USUAL_RUNS = 10_000;

    ForecastAsked {
        runs = runs == null ? USUAL_RUNS : runs;
        risks = risks == null ? null : List.copyOf(risks);
    }

    void requireSound() {
        var faults = new ArrayList<Fault>();
        for (int n = 0; risks != null && n < risks.size(); n++) {
            var risk = risks.get(n);
            if (risk.days() != null && !risk.days().sound()) {
                faults.add(SOUND_RISK.at("/risks/" + n + "/days"));
            }
            if (risk.cost() != null && !risk.cost().sound()) {
                faults.add(SOUND_RISK.at("/risks/" + n + "/cost"));
            }
        }
        if (!faults.isEmpty()) {
            throw Convention.INVALID_VALUES.violated(faults);
        }
    }
}
