package city.c3po.portfolio.project;

import static city.c3po.portfolio.Breaking.assertBreaks;
import static city.c3po.portfolio.project.SomeProject.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import city.c3po.platform.value.Ratio;
import city.c3po.portfolio.Actors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourTest {
    private static final LocalDate BORN = SomeProject.TODAY;

    @ParameterizedTest
    @CsvSource({
        "0, GREEN",
        "0.0999, GREEN",
        "-0.0999, GREEN",
        "0.1000, AMBER",
        "-0.1000, AMBER",
        "0.3000, AMBER",
        "-0.3000, AMBER",
        "0.3001, RED",
        "-0.3001, RED"
    })
    void below_10_percent_off_is_green_and_above_30_is_red_in_both_directions(BigDecimal off, Colour colour) {
        assertEquals(colour, Colour.of(Ratio.of(off, BigDecimal.ONE)));
    }

    @Test
    void what_is_not_known_has_no_colour() {
        assertNull(Colour.of(Ratio.of(null, BigDecimal.ONE)));
        assertNull(Colour.of(Ratio.of(BigDecimal.ONE, BigDecimal.ZERO)));
    }

    @Test
    void a_report_more_than_seven_days_late_takes_the_colour_away() {
        var project = SomeProject.baselined();
        project.coloured(green(), NOON);
        assertEquals(List.of(), project.fade(Projects.SUITE, BORN, LocalDate.of(2026, 10, 7), NOON));
        project.fade(Projects.SUITE, BORN, LocalDate.of(2026, 10, 8), NOON);
        assertEquals(Colour.STALE, project.controls().colour().computed());
        assertEquals(Colour.STALE, project.controls().colour().reported());
        assertEquals(List.of(), project.fade(Projects.SUITE, BORN, LocalDate.of(2026, 10, 9), NOON));
        project.coloured(green(), NOON);
        assertEquals(Colour.GREEN, project.controls().colour().reported());
    }

    @Test
    void a_project_that_was_never_reported_on_has_no_colour_and_then_is_stale_and_never_green() {
        var project = SomeProject.baselined();
        // its first month ends on 31 August
        assertEquals(List.of(), project.fade(Projects.SUITE, BORN, LocalDate.of(2026, 9, 7), NOON));
        assertNull(project.controls().colour());
        assertEquals(
                1,
                project.fade(Projects.SUITE, BORN, LocalDate.of(2026, 9, 8), NOON)
                        .size());
        var stale = project.controls().colour();
        assertEquals(Colour.STALE, stale.computed());
        assertEquals(Colour.STALE, stale.reported());
        assertEquals("No status report for the period that ended on 2026-08-31.", stale.reason());
        assertEquals(List.of(), project.fade(Projects.SUITE, BORN, LocalDate.of(2026, 12, 9), NOON));
        project.coloured(green(), NOON);
        assertEquals(Colour.GREEN, project.controls().colour().reported());
    }

    @ParameterizedTest
    @CsvSource({
        "MONTHLY, 2026-09-07, 2026-07-31",
        "MONTHLY, 2026-09-08, 2026-08-31",
        "MONTHLY, 2026-10-07, 2026-08-31",
        "QUARTERLY, 2026-10-07, 2026-06-30",
        "QUARTERLY, 2026-10-08, 2026-09-30"
    })
    void a_period_is_overdue_on_the_eighth_day_after_its_end(Cadence cadence, LocalDate day, LocalDate end) {
        assertEquals(end, cadence.overdue(day));
    }

    @Test
    void an_overdue_special_report_turns_the_computed_colour_red() {
        var project = SomeProject.baselined();
        project.coloured(green(), NOON);
        project.offCourse(List.of("The approach changed."), SomeProject.TODAY, NOON);
        var due = project.owedReport();
        assertEquals(SomeProject.TODAY.plusDays(30), due);
        assertEquals(List.of(), project.fade(Projects.SUITE, BORN, due, NOON));
        project.fade(Projects.SUITE, BORN, due.plusDays(1), NOON);
        assertEquals(Colour.RED, project.controls().colour().computed());
        assertEquals(Colour.GREEN, project.controls().colour().reported());
        assertBreaks(ProjectRule.SUITE_ONLY, () -> project.fade(Actors.OFFICE, BORN, due, NOON));
    }

    private static ProjectColour green() {
        return new ProjectColour(
                Colour.GREEN, Colour.GREEN, null, LocalDate.of(2026, 8, 31), LocalDate.of(2026, 9, 30));
    }
}
