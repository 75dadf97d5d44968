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

        @Schema(description = "A special report that is owed, and its last day.") @Nullable LocalDate specialReportDue) {

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
