package city.c3po.portfolio.simulation;

import static city.c3po.portfolio.schedule.network.Activity.effort;
import static city.c3po.portfolio.schedule.network.Activity.task;
import static city.c3po.portfolio.schedule.network.Link.fs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.c3po.platform.rule.RuleViolation;
import city.c3po.platform.time.CityCalendar;
import city.c3po.portfolio.schedule.network.Activity;
import city.c3po.portfolio.schedule.network.Link;
import city.c3po.portfolio.schedule.network.Network;
import city.c3po.portfolio.simulation.Spread.Fixed;
import city.c3po.portfolio.simulation.Spread.PertBeta;
import city.c3po.portfolio.simulation.Spread.Triangular;
import city.c3po.portfolio.simulation.Spread.Uniform;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ForecastTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-09-14");
    private static final CityCalendar CITY = new CityCalendar(ZoneId.of("America/Los_Angeles"), Set.of());
    private static final Spread NOTHING = new Fixed(0);

    @Test
    void the_same_inputs_and_seed_give_the_same_answer_in_whatever_order() {
        var network = network(List.of(task("a", 5), task("b", 5)), fs("a", "b"));
        var a = lasting("a", new PertBeta(3, 5, 12));
        var b = lasting("b", new Triangular(3, 5, 12));
        var risk = new RiskDriver("r", 0.3, new Uniform(1, 4), new Uniform(100, 900), List.of("a", "b"));

        var one = forecast(network, assumptions(List.of(a, b), List.of(risk), 7));
        var same = forecast(
                network(List.of(task("b", 5), task("a", 5)), fs("a", "b")),
                assumptions(List.of(b, a), List.of(risk), 7));
        var other = forecast(network, assumptions(List.of(a, b), List.of(risk), 8));

        assertEquals(one, same);
        assertNotEquals(one.cost(), other.cost());
    }

    @Test
    void without_uncertainty_every_percentile_is_the_plan() {
        var network = network(List.of(task("a", 5), task("b", 3)), fs("a", "b"));

        var plan = forecast(network, assumptions(List.of(), List.of(), 1));

        var finish = LocalDate.parse("2026-09-23");
        assertEquals(new Percentiles<>(finish, finish, finish, finish), plan.finish());
        assertEquals(finish, plan.deterministicFinish());
        assertEquals(Map.of("a", share("1.0000"), "b", share("1.0000")), plan.criticality());
        assertEquals(List.of(new Bin<>(finish, share("1.0000"))), plan.finishHistogram());
        assertNull(plan.baselineFinishProbability());
    }

    @Test
    void part_of_a_day_ends_with_that_working_day() {
        // 5.2 days from Monday end within the next Monday, and so does the baseline's last day
        var network = network(List.of(task("a", 5)));

        var forecast = Forecast.of(
                network,
                CITY,
                MONDAY,
                new Assumptions(
                        List.of(lasting("a", new Fixed(5.2))),
                        List.of(),
                        BigDecimal.ZERO,
                        1_000,
                        1,
                        LocalDate.parse("2026-09-20"),
                        BigDecimal.TEN));

        assertEquals(LocalDate.parse("2026-09-21"), forecast.finish().p50());
        assertEquals(share("0.0000"), forecast.baselineFinishProbability());
        assertEquals(share("1.0000"), forecast.baselineCostProbability());
    }

    @Test
    void what_is_spent_and_what_remains_make_the_cost() {
        // 1,000 spent; a: 200 + 5 days at 10; the office: 8 days at 25
        var network = network(List.of(task("a", 5), task("b", 3), effort("office")), fs("a", "b"));
        var uncertainties = List.of(
                new Uncertainty("a", new Fixed(5), new Fixed(200), 10),
                new Uncertainty("office", NOTHING, NOTHING, 25));

        var forecast = Forecast.of(
                network,
                CITY,
                MONDAY,
                new Assumptions(uncertainties, List.of(), new BigDecimal("1000"), 1_000, 1, null, null));

        assertEquals(new BigDecimal("1450.00"), forecast.cost().p50());
        assertEquals(new BigDecimal("0.00"), forecast.contingency());
    }

    @Test
    void what_is_finished_neither_costs_nor_slips_any_more() {
        var network = Network.of(
                MONDAY,
                List.of(task("a", 2).finished(MONDAY, MONDAY.plusDays(1)), task("b", 1)),
                List.of(fs("a", "b")));
        var a = new Uncertainty("a", new Fixed(100), new Fixed(5000), 10);
        var risk = new RiskDriver("r", 1, new Fixed(50), NOTHING, List.of("a"));

        var forecast = Forecast.of(network, CITY, MONDAY.plusDays(2), assumptions(List.of(a), List.of(risk), 1));

        assertEquals(LocalDate.parse("2026-09-16"), forecast.finish().p90());
        assertEquals(new BigDecimal("0.00"), forecast.cost().p90());
        assertEquals(Set.of("b"), forecast.criticality().keySet());
    }

    @Test
    void an_opportunity_saves_no_more_than_there_is_to_do() {
        var risk = new RiskDriver("o", 1, new Fixed(-50), NOTHING, List.of("a"));

        var forecast = forecast(
                network(List.of(task("a", 5), task("b", 2)), fs("a", "b")), assumptions(List.of(), List.of(risk), 1));

        assertEquals(LocalDate.parse("2026-09-15"), forecast.finish().p50());
    }

    static Stream<Arguments> wrong() {
        var wide = new Uncertainty("a", new Triangular(5, 4, 9), NOTHING, 0);
        return Stream.of(
                Arguments.of("/uncertainties/0/days not-in-order", List.of(wide), List.of()),
                Arguments.of(
                        "/uncertainties/0/days not-in-order", List.of(lasting("a", new PertBeta(1, 9, 8))), List.of()),
                Arguments.of(
                        "/uncertainties/0/days not-in-order", List.of(lasting("a", new Fixed(Double.NaN))), List.of()),
                Arguments.of("/uncertainties/0/days negative", List.of(lasting("a", new Uniform(-1, 3))), List.of()),
                Arguments.of("/uncertainties/0/activity unknown", List.of(lasting("x", NOTHING)), List.of()),
                Arguments.of(
                        "/uncertainties/1/activity twice",
                        List.of(lasting("a", NOTHING), lasting("a", NOTHING)),
                        List.of()),
                Arguments.of(
                        "/uncertainties/0/cost not-in-order",
                        List.of(new Uncertainty("a", NOTHING, new Uniform(2, 1), 0)),
                        List.of()),
                Arguments.of(
                        "/uncertainties/0/costPerDay too-much",
                        List.of(new Uncertainty("a", NOTHING, NOTHING, Double.POSITIVE_INFINITY)),
                        List.of()),
                Arguments.of("/risks/0/probability outside", List.of(), List.of(risk("r", 1.01, "a"))),
                Arguments.of("/risks/0/activities/0 unknown", List.of(), List.of(risk("r", 0.5, "x"))),
                Arguments.of("/risks/1/id twice", List.of(), List.of(risk("r", 0.5, "a"), risk("r", 0.5, "a"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void assumptions_that_cannot_be_are_refused(String fault, List<Uncertainty> uncertainties, List<RiskDriver> risks) {
        var network = network(List.of(task("a", 5)));

        var refusal = assertThrows(RuleViolation.class, () -> forecast(network, assumptions(uncertainties, risks, 1)));

        assertEquals(SimulationRule.SOUND_ASSUMPTIONS, refusal.rule());
        assertEquals(
                List.of(fault),
                refusal.faults().stream()
                        .map(one -> one.pointer() + " " + one.code())
                        .toList());
    }

    @Test
    void a_baseline_that_no_project_has_is_refused() {
        var network = network(List.of(task("a", 5)));
        var assumptions = new Assumptions(List.of(), List.of(), BigDecimal.ZERO, 1_000, 1, LocalDate.MAX, null);

        var refusal = assertThrows(RuleViolation.class, () -> forecast(network, assumptions));

        assertEquals("/baselineFinish", refusal.faults().getFirst().pointer());
    }

    @Test
    void too_few_and_too_many_runs_are_refused() {
        var network = network(List.of(task("a", 5)));
        for (int runs : new int[] {999, 100_001}) {
            var assumptions = new Assumptions(List.of(), List.of(), BigDecimal.ZERO, runs, 1, null, null);
            var refusal = assertThrows(RuleViolation.class, () -> forecast(network, assumptions));
            assertEquals(SimulationRule.RUNS_WITHIN_LIMITS, refusal.rule());
        }
    }

    private static RiskDriver risk(String id, double probability, String activity) {
        return new RiskDriver(id, probability, NOTHING, NOTHING, List.of(activity));
    }

    private static Uncertainty lasting(String activity, Spread days) {
        return new Uncertainty(activity, days, NOTHING, 0);
    }

    private static Assumptions assumptions(List<Uncertainty> uncertainties, List<RiskDriver> risks, long seed) {
        return new Assumptions(uncertainties, risks, BigDecimal.ZERO, 1_000, seed, null, null);
    }

    private static Forecast forecast(Network network, Assumptions assumptions) {
        return Forecast.of(network, CITY, MONDAY, assumptions);
    }

    private static Network network(List<Activity> activities, Link... links) {
        return Network.of(MONDAY, activities, List.of(links));
    }

    private static BigDecimal share(String value) {
        return new BigDecimal(value);
    }
}
