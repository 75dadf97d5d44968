package city.c3po.portfolio.statusreport;

import city.c3po.platform.value.Money;
import city.c3po.platform.value.Ratio;
import city.c3po.portfolio.project.ProjectState;
import city.c3po.portfolio.project.Tier;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The figures of a project on the day of the report. */
@Schema(name = "StatusSnapshot", description = "The figures of a project on the day of the report.")
record StatusSnapshot(
        ProjectState state,
        Tier tier,

        @Schema(description = "As the schedule says; null without one.") @Nullable LocalDate finish,

        @Schema(description = "As the PPM expects it; the schedule's budgets where they said nothing.") @Nullable Money cost,

        @Schema(description = "Against the baseline in force; null before the first.") @Nullable Distance current,

        @Schema(description = "Against Baseline 0; null before the first.") @Nullable Distance original,

        @Schema(description = "How often Baseline 0 was replaced.")
        int rebaselines,

        @Schema(description = "What finance posted.") @Nullable Money spent,

        @Schema(description = "Earned value of the last period on record; null before the first.") @Nullable Earned earned,

        int openRisks,
        int risksAboveAppetite,
        int riskReviewsOverdue,

        @Schema(description = "Sum over the open risks of probability times mean cost.")
        Money expectedLoss,

        int openIssues,

        @Schema(description = "Change requests approved since Baseline 0.")
        int changesApproved,

        @Schema(description = "A special report that is owed, and its last day.") @Nullable LocalDate specialReportDue,

        @Schema(description = "Hours that it still needs, and that nobody has; null where it asks for none.") @Nullable Hours hours,

        @Schema(description = "How its benefits stand; null where none is tracked.") @Nullable Benefits benefits,

        @Schema(description = "How it stands with vendors; null where none is known.") @Nullable Vendors vendors) {

    /** From the month on in which the period ends. */
    @Schema(name = "StatusHours", description = "Hours from the month on in which the period ends.")
    record Hours(
            BigDecimal needed,

            @Schema(description = "Those of them that its allocations take beyond the capacities.")
            BigDecimal missing) {}

    /** Those that are tracked. */
    @Schema(name = "StatusBenefits", description = "The benefits that are tracked.")
    record Benefits(
            int tracked,

            @Schema(description = "How many of them were read off.")
            int measured,

            @Schema(description = "Number of the one that is farthest off its course.") @Nullable String farthest,

            @Schema(
                    description = "How far: a share of the way from baseline to target, which is expected to be gone"
                            + " evenly until it is due; negative where it lags behind.")
            @Nullable BigDecimal off) {}

    /** What was ordered, and what may or does go wrong with vendors. */
    @Schema(name = "StatusVendors", description = "What was ordered, and what may or does go wrong with vendors.")
    record Vendors(
            @Schema(description = "All that finance bound by orders.") @Nullable Money ordered,

            @Schema(description = "Of the open risks that name a vendor: probability times mean cost.")
            Money expectedLoss,

            @Schema(description = "Issues that name a vendor.")
            int openIssues,

            int overdueIssues) {}

    /** How far from a baseline. */
    @Schema(name = "StatusDistance", description = "How far from a baseline.")
    record Distance(
            LocalDate finish, Money cost, long finishDays, Ratio finishShare, Money costMore, Ratio costShare) {}

    /** What the last period on record says. */
    @Schema(name = "StatusEarned", description = "Earned value and earned schedule of the last period on record.")
    record Earned(
            LocalDate end,
            boolean closed,
            BigDecimal planned,
            BigDecimal earned,
            @Nullable BigDecimal actual,
            Ratio spi,
            Ratio cpi,
            @Nullable Ratio spiT) {}
}
