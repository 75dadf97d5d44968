package city.c3po.portfolio.statusreport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import city.c3po.platform.value.Money;
import city.c3po.platform.value.Ratio;
import city.c3po.portfolio.project.Colour;
import city.c3po.portfolio.project.ProjectState;
import city.c3po.portfolio.project.Tier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTest {
    @ParameterizedTest
    @CsvSource({
        "100.00, 0.00, GREEN",
        "100.00, 9.99, GREEN",
        "100.00, 10.00, AMBER",
        "100.00, 30.00, AMBER",
        "100.00, 30.01, RED"
    })
    void resources_are_as_short_as_the_hours_that_nobody_has(BigDecimal needed, BigDecimal missing, Colour colour) {
        assertEquals(
                colour, colour(Dimension.RESOURCES, snapshot(new StatusSnapshot.Hours(needed, missing), null, null)));
    }

    @ParameterizedTest
    @CsvSource({"0.0999, GREEN", "-0.0999, GREEN", "0.1, AMBER", "-0.3, AMBER", "0.3001, RED", "-0.3001, RED"})
    void benefits_are_as_far_off_as_the_one_farthest_off_in_both_directions(BigDecimal off, Colour colour) {
        var benefits = new StatusSnapshot.Benefits(2, 2, "BEN-2026-0001", off);
        assertEquals(colour, colour(Dimension.BENEFITS, snapshot(null, benefits, null)));
    }

    @ParameterizedTest
    @CsvSource({
        // what is expected to be lost, issues and those of them that are overdue
        "0.00, 0, 0, GREEN",
        "99.00, 0, 0, GREEN",
        "100.00, 0, 0, AMBER",
        "301.00, 0, 0, RED",
        "0.00, 5, 0, GREEN",
        "0.00, 5, 1, AMBER",
        "0.00, 3, 1, RED",
        "301.00, 5, 1, RED"
    })
    void vendors_are_as_their_risks_and_their_overdue_issues(String loss, int open, int overdue, Colour colour) {
        var vendors = new StatusSnapshot.Vendors(Money.of("1000.00"), Money.of(loss), open, overdue);
        assertEquals(colour, colour(Dimension.VENDOR, snapshot(null, null, vendors)));
    }

    @Test
    void where_finance_posts_no_orders_the_baseline_stands_for_them() {
        var vendors = new StatusSnapshot.Vendors(null, Money.of("2000.00"), 0, 0);
        assertEquals(Colour.AMBER, colour(Dimension.VENDOR, baselined(vendors)));
        assertNull(colour(Dimension.VENDOR, snapshot(null, null, vendors)));
        var issues = new StatusSnapshot.Vendors(null, Money.of("2000.00"), 2, 0);
        assertEquals(Colour.GREEN, colour(Dimension.VENDOR, snapshot(null, null, issues)));
    }

    @Test
    void what_has_no_figures_is_left_out_and_what_to_record_is_said() {
        assertEquals(Map.of(), Measures.of(snapshot(null, null, null), BigDecimal.ZERO));
        var unread = snapshot(null, new StatusSnapshot.Benefits(1, 0, null, null), null);
        var standing = Standing.of(
                unread,
                Measures.of(unread, BigDecimal.ZERO),
                false,
                new StatusText("As planned", null, null, null, null));
        for (var status : standing.dimensions()) {
            assertNull(status.computed());
            assertEquals(Ratio.Reason.MISSING_INPUT, status.variance().reason());
            assertEquals(status.dimension().needs(), status.missing());
        }
        assertNull(standing.computed());
    }

    private static @Nullable Colour colour(Dimension dimension, StatusSnapshot snapshot) {
        var measured = Measures.of(snapshot, BigDecimal.ZERO).get(dimension);
        return measured == null ? null : Colour.of(measured);
    }

    private static StatusSnapshot snapshot(
            StatusSnapshot.@Nullable Hours hours,
            StatusSnapshot.@Nullable Benefits benefits,
            StatusSnapshot.@Nullable Vendors vendors) {
        return snapshot(null, hours, benefits, vendors);
    }

    /** Of 10,000 dollars, and kept to. */
    private static StatusSnapshot baselined(StatusSnapshot.Vendors vendors) {
        var none = Ratio.of(BigDecimal.ZERO, BigDecimal.ONE);
        var kept = new StatusSnapshot.Distance(
                LocalDate.of(2026, 12, 15), Money.of("10000.00"), 0, none, Money.zero(), none);
        return snapshot(kept, null, null, vendors);
    }

    private static StatusSnapshot snapshot(
            StatusSnapshot.@Nullable Distance baseline,
            StatusSnapshot.@Nullable Hours hours,
            StatusSnapshot.@Nullable Benefits benefits,
            StatusSnapshot.@Nullable Vendors vendors) {
        return new StatusSnapshot(
                ProjectState.EXECUTING,
                Tier.STANDARD,
                null,
                null,
                baseline,
                baseline,
                0,
                null,
                null,
                0,
                0,
                0,
                Money.zero(),
                0,
                0,
                null,
                hours,
                benefits,
                vendors);
    }
}
