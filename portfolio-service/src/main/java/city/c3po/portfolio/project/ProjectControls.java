package city.c3po.portfolio.project;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What the project's controls know of it, as far as the project itself must say: its baseline, its milestones, the money
 * spent, and the special report it owes. Their own packages reckon it; here it is kept and judged.
 */
@Embeddable
class ProjectControls {
    /** A forecast that is this far off, or farther, needs a special report. */
    private static final BigDecimal FAR_OFF = new BigDecimal("0.10");

    private static final int DAYS_TO_REPORT = 30;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable ProjectBaseline baseline;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ProjectMilestone> milestones = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable MoneyActual moneyActual;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable SpecialReport specialReport;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable ProjectColour colour;

    /** The schedule was computed anew; what the baseline says of each milestone stays. */
    List<ProjectEvent> planned(List<ProjectMilestone> said, Instant at) {
        var kept = said.stream()
                .map(milestone -> milestone.against(
                        known(milestone.id()).map(ProjectMilestone::baseline).orElse(null)))
                .toList();
        if (kept.equals(milestones)) {
            return List.of();
        }
        milestones = kept;
        return List.of(new ProjectEvent.MilestonesPlanned(kept, at));
    }

    /** @param days of the milestones, in the baseline that was approved */
    List<ProjectEvent> baselined(ProjectBaseline.Point approved, Map<String, LocalDate> days, Instant at) {
        baseline = baseline == null ? ProjectBaseline.first(approved) : baseline.rebaselined(approved);
        milestones = milestones.stream()
                .map(milestone -> milestone.against(days.get(milestone.id())))
                .toList();
        return List.of(new ProjectEvent.Baselined(baseline, at));
    }

    List<ProjectEvent> spent(MoneyActual posted, Instant at) {
        if (posted.equals(moneyActual)) {
            return List.of();
        }
        moneyActual = posted;
        return List.of(new ProjectEvent.CostPosted(posted, at));
    }

    /** What the forecast says against the baseline in force. */
    List<ProjectEvent> compare(Forecast forecast, @Nullable LocalDate start, LocalDate today, Instant at) {
        if (baseline == null) {
            return List.of();
        }
        var because = new ArrayList<String>();
        var planned = baseline.current();
        if (far(forecast.cost().amount(), planned.cost().amount())) {
            because.add("The forecast of the cost is 10 % or more off the baseline.");
        }
        if (start != null && start.isBefore(planned.finish())) {
            var days = BigDecimal.valueOf(ChronoUnit.DAYS.between(start, planned.finish()));
            var slip = BigDecimal.valueOf(ChronoUnit.DAYS.between(planned.finish(), forecast.finish()));
            if (slip.compareTo(days.multiply(FAR_OFF)) >= 0) {
                because.add("The forecast finish slips by 10 % of the duration or more.");
            }
        }
        return offCourse(because, today, at);
    }

    private static boolean far(BigDecimal now, BigDecimal planned) {
        return now.subtract(planned).abs().compareTo(planned.abs().multiply(FAR_OFF)) >= 0;
    }

    /** One special report answers all that was known when it was filed. */
    List<ProjectEvent> offCourse(List<String> because, LocalDate today, Instant at) {
        if (because.isEmpty() || owesReport()) {
            return List.of();
        }
        specialReport = new SpecialReport(because, today, today.plusDays(DAYS_TO_REPORT), null, null, null);
        return List.of(new ProjectEvent.SpecialReportDue(because, today.plusDays(DAYS_TO_REPORT), at));
    }

    List<ProjectEvent> file(String text, String by, Instant at) {
        specialReport = Objects.requireNonNull(specialReport).filed(text, by, at);
        return List.of(new ProjectEvent.SpecialReportFiled(text, at));
    }

    /** A status report was published. */
    List<ProjectEvent> coloured(ProjectColour told, Instant at) {
        colour = told;
        return List.of(new ProjectEvent.Coloured(told, at));
    }

    /**
     * What time alone does: a report that does not come takes the colour away, a special one turns it red.
     *
     * @param firstDue the end of the period in which the project began
     */
    List<ProjectEvent> fade(LocalDate firstDue, LocalDate today, Instant at) {
        var known = colour == null ? ProjectColour.none(firstDue) : colour;
        var faded = known;
        if (known.lateOn(today)) {
            faded = known.stale();
        } else if (known.computed() != Colour.STALE && known.computed() != Colour.RED && specialReportOverdue(today)) {
            faded = known.overdue(Objects.requireNonNull(specialReport).due());
        }
        if (faded.equals(known)) {
            return List.of();
        }
        colour = faded;
        return List.of(new ProjectEvent.ColourFaded(faded, at));
    }

    private boolean specialReportOverdue(LocalDate today) {
        return owesReport() && Objects.requireNonNull(specialReport).due().isBefore(today);
    }

    boolean owesReport() {
        return specialReport != null && specialReport.filedAt() == null;
    }

    private Optional<ProjectMilestone> known(String id) {
        return milestones.stream()
                .filter(milestone -> milestone.id().equals(id))
                .findFirst();
    }

    @Nullable ProjectBaseline baseline() {
        return baseline;
    }

    List<ProjectMilestone> milestones() {
        return milestones;
    }

    @Nullable MoneyActual moneyActual() {
        return moneyActual;
    }

    @Nullable ProjectColour colour() {
        return colour;
    }

    @Nullable SpecialReport specialReport() {
        return specialReport;
    }
}
