package city.c3po.portfolio.project;

import java.time.LocalDate;
import java.time.YearMonth;

/** How often a project is reported on. */
public enum Cadence {
    MONTHLY(1),
    QUARTERLY(3);

    private final int months;

    Cadence(int months) {
        this.months = months;
    }

    /** What came of a major initiative each month, the rest each quarter. */
    public static Cadence of(Tier tier) {
        return switch (tier) {
            case LITE -> QUARTERLY;
            case STANDARD, MAJOR -> MONTHLY;
        };
    }

    public boolean ends(LocalDate day) {
        return day.getMonthValue() % months == 0
                && day.equals(YearMonth.from(day).atEndOfMonth());
    }

    /** The end of the period that runs on this day. */
    public LocalDate running(LocalDate day) {
        var month = YearMonth.from(day);
        while (month.getMonthValue() % months != 0) {
            month = month.plusMonths(1);
        }
        return month.atEndOfMonth();
    }

    /** The end of the period after the one that ends on this day. */
    public LocalDate next(LocalDate end) {
        return YearMonth.from(end).plusMonths(months).atEndOfMonth();
    }

    /** The end of the last period whose report is too late on this day. */
    LocalDate overdue(LocalDate day) {
        var lastOfGrace = day.minusDays(ProjectColour.DAYS_OF_GRACE + 1);
        var end = running(lastOfGrace);
        return end.equals(lastOfGrace)
                ? end
                : YearMonth.from(end).minusMonths(months).atEndOfMonth();
    }
}
