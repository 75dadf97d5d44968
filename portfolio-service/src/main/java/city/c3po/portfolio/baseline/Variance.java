package city.c3po.portfolio.baseline;

import city.c3po.platform.value.Money;
import city.c3po.platform.value.Ratio;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.schedule.network.Activity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far the schedule is from what was approved.
 *
 * @param rebaselines how often Baseline 0 was replaced
 */
@Schema(
        name = "BaselineVariance",
        description = "How far the schedule is from the baseline in force and from Baseline 0.")
public record Variance(
        Reference project,
        LocalDate finish,

        @Schema(description = "Sum of the schedule's budgets.")
        Money cost,

        @Schema(description = "How often Baseline 0 was replaced.")
        int rebaselines,

        @Schema(description = "Against the baseline in force.")
        Against current,

        @Schema(description = "Against Baseline 0, which is kept for ever.")
        Against original) {

    /** The distance from one baseline. */
    @Schema(name = "VarianceAgainst")
    public record Against(
            Reference baseline,
            LocalDate finish,
            Money cost,

            @Schema(description = "Days by which the schedule finishes later; negative when earlier.")
            long finishDays,

            @Schema(description = "Those days by the days from the baseline's first to its last, both counted.")
            Ratio finishShare,

            Money costMore,

            @Schema(description = "That by the baseline's cost.")
            Ratio costShare,

            List<MilestoneVariance> milestones) {

        static Against of(
                Baseline baseline, List<BaselineItem> items, LocalDate finish, Money cost, Map<String, LocalDate> now) {
            var days = ChronoUnit.DAYS.between(baseline.finish(), finish);
            // both days are worked on
            var duration = ChronoUnit.DAYS.between(baseline.start(), baseline.finish()) + 1;
            var more = cost.minus(baseline.cost());
            return new Against(
                    baseline.reference(),
                    baseline.finish(),
                    baseline.cost(),
                    days,
                    Ratio.of(BigDecimal.valueOf(days), BigDecimal.valueOf(duration)),
                    more,
                    Ratio.of(more.amount(), baseline.cost().amount()),
                    items.stream()
                            .filter(item -> item.kind() == Activity.Kind.MILESTONE && now.containsKey(item.activity()))
                            .map(item -> MilestoneVariance.of(item, now.get(item.activity())))
                            .toList());
        }
    }

    /** The distance of one milestone. */
    @Schema(name = "MilestoneVariance")
    public record MilestoneVariance(
            String activity,
            String title,
            LocalDate baseline,
            LocalDate now,

            @Schema(description = "Days later; negative when earlier.")
            long days) {
        static MilestoneVariance of(BaselineItem item, LocalDate now) {
            return new MilestoneVariance(
                    item.activity(), item.title(), item.finish(), now, ChronoUnit.DAYS.between(item.finish(), now));
        }
    }
}
