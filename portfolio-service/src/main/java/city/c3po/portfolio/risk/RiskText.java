package city.c3po.portfolio.risk;

import static city.c3po.portfolio.risk.RiskRule.DAYS_TOUCH_ACTIVITIES;
import static city.c3po.portfolio.risk.RiskRule.QUANTIFIED_SOUNDLY;

import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Fault;
import city.c3po.portfolio.reference.Codes;
import city.c3po.portfolio.schedule.Estimate;
import city.c3po.portfolio.schedule.PlannedActivity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said about a risk. */
@Schema(name = "RiskText", description = "Because of a cause, an event may happen that has an effect.")
record RiskText(
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 2000) String cause,
        @NotBlank @Size(max = 2000) String event,
        @NotBlank @Size(max = 2000) String effect,

        @Schema(description = "Subject of who watches it; the PPM where it is left out.")
        @Nullable @Size(min = 1, max = 255) String owner,

        @Schema(description = "Before anything is done about it.") @NotNull @Valid Rating inherent,

        @Schema(description = "That it happens, 0 to 1; the share behind its present rating where it is left out.")
        @Nullable @DecimalMin("0") @DecimalMax("1") BigDecimal probability,

        @Schema(description = "Working days that it adds to each activity it touches.") @Valid @Nullable Estimate days,

        @Schema(description = "What it costs, once, in the project's currency.") @Valid @Nullable Estimate cost,

        @Schema(description = "City vendor number, where it is about a vendor.", examples = "V-1001")
        @Nullable @Pattern(regexp = Codes.VENDOR) String vendor,

        @Schema(description = "Ids of the activities it touches.") @Nullable @Size(max = 200) List<@NotNull @Pattern(regexp = PlannedActivity.ID) String> activities) {
    RiskText {
        activities = activities == null ? List.of() : List.copyOf(activities);
    }

    void requireSound() {
        var faults = new ArrayList<Fault>();
        if (days != null && !days.sound()) {
            faults.add(QUANTIFIED_SOUNDLY.at("/days"));
        }
        if (cost != null && !cost.sound()) {
            faults.add(QUANTIFIED_SOUNDLY.at("/cost"));
        }
        if (days != null && Objects.requireNonNull(activities).isEmpty()) {
            faults.add(DAYS_TOUCH_ACTIVITIES.at("/activities"));
        }
        if (!faults.isEmpty()) {
            throw Convention.INVALID_VALUES.violated(faults);
        }
    }
}
