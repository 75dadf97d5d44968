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
        assertEquals(List.of(), project.fade(Projects.SUITE, LocalDate.of(2027, 1, 1), NOON));
        project.coloured(green(), NOON);
        assertEquals(List.of(), project.fade(Projects.SUITE, LocalDate.of(2026, 10, 7), NOON));
        project.fade(Projects.SUITE, LocalDate.of(2026, 10, 8), NOON);
        assertEquals(Colour.STALE, project.controls().colour().computed());
        assertEquals(Colour.STALE, project.controls().colour().reported());
        assertEquals(List.of(), project.fade(Projects.SUITE, LocalDate.of(2026, 10, 9), NOON));
        project.coloured(green(), NOON);
        assertEquals(Colour.GREEN, project.controls().colour().reported());
    }

    @Test
    void an_overdue_special_report_turns_the_computed_colour_red() {
        var project = SomeProject.baselined();
        project.coloured(green(), NOON);
        project.offCourse(List.of("The approach changed."), SomeProject.TODAY, NOON);
        var due = project.owedReport();
        assertEquals(SomeProject.TODAY.plusDays(30), due);
        assertEquals(List.of(), project.fade(Projects.SUITE, due, NOON));
        project.fade(Projects.SUITE, due.plusDays(1), NOON);
        assertEquals(Colour.RED, project.controls().colour().computed());
        assertEquals(Colour.GREEN, project.controls().colour().reported());
        assertBreaks(ProjectRule.SUITE_ONLY, () -> project.fade(Actors.OFFICE, due, NOON));
    }

    private static ProjectColour green() {
        return new ProjectColour(
                Colour.GREEN, Colour.GREEN, null, LocalDate.of(2026, 8, 31), LocalDate.of(2026, 9, 30));
    }
}
