package city.c3po.portfolio.statusreport;

import static city.c3po.portfolio.Actors.OFFICE;
import static city.c3po.portfolio.Actors.OFFICE_2;
import static city.c3po.portfolio.Breaking.assertBreaks;
import static city.c3po.portfolio.Breaking.assertFaults;
import static city.c3po.portfolio.project.SomeProject.LEAD;
import static city.c3po.portfolio.project.SomeProject.NOON;
import static city.c3po.portfolio.project.SomeProject.SPONSOR;
import static city.c3po.portfolio.project.SomeProject.STRANGER;
import static city.c3po.portfolio.statusreport.Dimension.COST;
import static city.c3po.portfolio.statusreport.Dimension.SCHEDULE;
import static city.c3po.portfolio.statusreport.StatusRule.COLOUR_KNOWN;
import static city.c3po.portfolio.statusreport.StatusRule.EXPLAINED_BY_ANOTHER;
import static city.c3po.portfolio.statusreport.StatusRule.PLAN_ENDS_AFTER_START;
import static city.c3po.portfolio.statusreport.StatusRule.PLAN_OWNER_OR_LEADER;
import static city.c3po.portfolio.statusreport.StatusRule.RED_HAS_PLAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.value.Money;
import city.c3po.platform.value.Ratio;
import city.c3po.portfolio.StateVerbs;
import city.c3po.portfolio.project.Cadence;
import city.c3po.portfolio.project.Colour;
import city.c3po.portfolio.project.ProjectRule;
import city.c3po.portfolio.project.ProjectState;
import city.c3po.portfolio.project.SomeProject;
import city.c3po.portfolio.project.Tier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StatusReportTest {
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 31);
    private static final StatusText.PlanSaid PLAN = new StatusText.PlanSaid(
            "olga", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 31), List.of("Forecast within 10 % again"));

    @Test
    void the_computed_colour_is_the_worst_of_what_is_known() {
        var standing = standing(text(null, null), Map.of(COST, "0.05", SCHEDULE, "-0.15"));
        assertEquals(Colour.AMBER, standing.computed());
        assertEquals(Colour.AMBER, standing.reported());
        assertEquals(7, standing.dimensions().size());
        var vendor = standing.dimensions().get(Dimension.VENDOR.ordinal());
        assertNull(vendor.computed());
        assertEquals(Ratio.Reason.MISSING_INPUT, vendor.variance().reason());
        assertEquals(Dimension.VENDOR.needs(), vendor.missing());
        assertNull(standing.dimensions().get(COST.ordinal()).missing());
        assertNull(standing(text(null, null), Map.of()).computed());
        var overdue = Standing.of(snapshot(), Map.of(), true, text(null, null));
        assertEquals(Colour.RED, overdue.computed());
    }

    @Test
    void a_colour_that_differs_needs_a_reason_and_nobody_says_stale() {
        assertFaults(() -> said(text(Colour.GREEN, null), Map.of(COST, "0.20")), "/reason reason-for-divergence");
        assertFaults(() -> said(text(Colour.STALE, "x"), Map.of(COST, "0.20")), "/reported stale-is-not-said");
        assertFaults(
                () -> said(
                        text(null, null, dimension(COST, Colour.GREEN, null), dimension(COST, null, null)),
                        Map.of(COST, "0.20")),
                "/dimensions/0/reason reason-for-divergence",
                "/dimensions/1/dimension dimension-once",
                "/dimensions/1/reason reason-for-divergence");
        said(text(null, null, dimension(COST, Colour.GREEN, "The order came early")), Map.of(COST, "0.20"));
    }

    @Test
    void red_opens_a_response_plan() {
        var red = said(text(null, null), Map.of(COST, "0.31"));
        var standing = red.standing();
        assertBreaks(RED_HAS_PLAN, () -> red.publish(LEAD, standing, false, NOON));
        red.publish(LEAD, standing, true, NOON);
        var planned = said(new StatusText("Late", null, null, null, PLAN), Map.of(COST, "0.31"));
        planned.publish(LEAD, planned.standing(), false, NOON);
        var backwards = new StatusText.PlanSaid("olga", PLAN.due(), PLAN.start(), PLAN.exitCriteria());
        assertFaults(
                () -> said(new StatusText("Late", null, null, null, backwards), Map.of()),
                "/responsePlan/due plan-ends-after-start");
    }

    @Test
    void a_report_has_a_colour() {
        var nothing = said(text(null, null), Map.of());
        assertBreaks(COLOUR_KNOWN, () -> nothing.publish(LEAD, nothing.standing(), false, NOON));
        var said = said(text(Colour.AMBER, null), Map.of());
        said.publish(LEAD, said.standing(), false, NOON);
    }

    @Test
    void saying_the_same_again_is_no_change_unless_the_figures_moved() {
        var report = said(text(null, null), Map.of(COST, "0.05"));
        assertEquals(
                List.of(), report.say(LEAD, text(null, null), standing(text(null, null), Map.of(COST, "0.05")), NOON));
        assertEquals(
                1,
                report.say(LEAD, text(null, null), standing(text(null, null), Map.of(COST, "0.15")), NOON)
                        .size());
        assertBreaks(ProjectRule.PPM_OR_OFFICE, () -> report.say(STRANGER, text(null, null), report.standing(), NOON));
    }

    @Test
    void major_projects_report_each_month_and_small_ones_each_quarter() {
        assertEquals(Cadence.MONTHLY, Cadence.of(Tier.MAJOR));
        assertEquals(Cadence.MONTHLY, Cadence.of(Tier.STANDARD));
        assertEquals(Cadence.QUARTERLY, Cadence.of(Tier.LITE));
        assertTrue(Cadence.MONTHLY.ends(AUGUST));
        assertFalse(Cadence.QUARTERLY.ends(AUGUST));
        assertFalse(Cadence.MONTHLY.ends(AUGUST.minusDays(1)));
        assertEquals(LocalDate.of(2027, 2, 28), Cadence.MONTHLY.next(LocalDate.of(2027, 1, 31)));
        assertEquals(LocalDate.of(2026, 9, 30), Cadence.QUARTERLY.running(LocalDate.of(2026, 7, 1)));
        assertEquals(LocalDate.of(2026, 12, 31), Cadence.QUARTERLY.next(LocalDate.of(2026, 9, 30)));
    }

    @Test
    void who_finds_a_divergence_explained_did_not_report_it() {
        var divergence = divergence(OFFICE);
        assertBreaks(EXPLAINED_BY_ANOTHER, () -> divergence.explain(OFFICE, "x", NOON));
        assertBreaks(EXPLAINED_BY_ANOTHER, () -> divergence.explain(STRANGER, "x", NOON));
        divergence.explain(OFFICE_2, "The order came", NOON);
        divergence(LEAD).explain(SPONSOR, "The order came", NOON);
    }

    @Test
    void who_carries_a_plan_out_moves_it_with_a_reason() {
        var plan = plan();
        assertBreaks(PLAN_OWNER_OR_LEADER, () -> plan.complete(STRANGER, "x", NOON));
        assertBreaks(PLAN_ENDS_AFTER_START, () -> plan.move(LEAD, PLAN.start().minusDays(1), "x", NOON));
        plan.move(LEAD, PLAN.due().plusDays(7), "The vendor was ill", NOON);
        assertEquals(PLAN.due().plusDays(7), plan.plan().due());
    }

    @TestFactory
    Stream<DynamicTest> every_verb_is_possible_exactly_where_the_table_says_so() {
        var reports = StateVerbs.matrix(
                Map.<StatusReportState, Supplier<StatusReport>>of(
                        StatusReportState.DRAFT,
                        () -> said(text(null, null), Map.of(COST, "0.05")),
                        StatusReportState.PUBLISHED,
                        StatusReportTest::published),
                Map.<StatusReportAction, Consumer<StatusReport>>of(
                        StatusReportAction.SAY,
                                report -> report.say(LEAD, text(Colour.GREEN, null), report.standing(), NOON),
                        StatusReportAction.PUBLISH, report -> report.publish(LEAD, report.standing(), false, NOON)),
                Map.of(
                        StatusReportState.DRAFT, EnumSet.allOf(StatusReportAction.class),
                        StatusReportState.PUBLISHED, EnumSet.noneOf(StatusReportAction.class)));
        var divergences = StateVerbs.matrix(
                Map.<DivergenceState, Supplier<Divergence>>of(
                        DivergenceState.OPEN, () -> divergence(LEAD),
                        DivergenceState.EXPLAINED,
                                () -> {
                                    var divergence = divergence(LEAD);
                                    divergence.explain(SPONSOR, "So", NOON);
                                    return divergence;
                                }),
                Map.<DivergenceAction, Consumer<Divergence>>of(
                        DivergenceAction.EXPLAIN, divergence -> divergence.explain(SPONSOR, "So", NOON)),
                Map.of(
                        DivergenceState.OPEN, EnumSet.allOf(DivergenceAction.class),
                        DivergenceState.EXPLAINED, EnumSet.noneOf(DivergenceAction.class)));
        var plans = StateVerbs.matrix(
                Map.<ResponsePlanState, Supplier<ResponsePlan>>of(
                        ResponsePlanState.OPEN, StatusReportTest::plan,
                        ResponsePlanState.COMPLETED,
                                () -> {
                                    var plan = plan();
                                    plan.complete(LEAD, "All of it", NOON);
                                    return plan;
                                },
                        ResponsePlanState.ABANDONED,
                                () -> {
                                    var plan = plan();
                                    plan.abandon(LEAD, "It did not help", NOON);
                                    return plan;
                                }),
                Map.<ResponsePlanAction, Consumer<ResponsePlan>>of(
                        ResponsePlanAction.MOVE,
                                plan -> plan.move(LEAD, PLAN.due().plusDays(1), "So", NOON),
                        ResponsePlanAction.COMPLETE, plan -> plan.complete(LEAD, "All of it", NOON),
                        ResponsePlanAction.ABANDON, plan -> plan.abandon(LEAD, "It did not help", NOON)),
                Map.of(
                        ResponsePlanState.OPEN, EnumSet.allOf(ResponsePlanAction.class),
                        ResponsePlanState.COMPLETED, EnumSet.noneOf(ResponsePlanAction.class),
                        ResponsePlanState.ABANDONED, EnumSet.noneOf(ResponsePlanAction.class)));
        return Stream.of(reports, divergences, plans).flatMap(Function.identity());
    }

    private static StatusReport published() {
        var report = said(text(null, null), Map.of(COST, "0.05"));
        report.publish(LEAD, report.standing(), false, NOON);
        return report;
    }

    private static Divergence divergence(Actor reporter) {
        return new Divergence(published(), COST, Colour.RED, Colour.GREEN, "The order came", reporter, NOON);
    }

    private static ResponsePlan plan() {
        var plan = new ResponsePlan(published(), PLAN, NOON);
        plan.open(NOON);
        return plan;
    }

    private static StatusReport said(StatusText text, Map<Dimension, String> off) {
        var report = new StatusReport(SomeProject.baselined(), AUGUST, NOON);
        report.say(LEAD, text, standing(text, off), NOON);
        return report;
    }

    private static Standing standing(StatusText text, Map<Dimension, String> off) {
        var measured = new EnumMap<Dimension, Ratio>(Dimension.class);
        off.forEach((dimension, share) -> measured.put(dimension, Ratio.of(new BigDecimal(share), BigDecimal.ONE)));
        return Standing.of(snapshot(), measured, false, text);
    }

    private static StatusText text(
            @Nullable Colour reported, @Nullable String reason, StatusText.DimensionSaid... dimensions) {
        return new StatusText("As planned", reported, reason, List.of(dimensions), null);
    }

    private static StatusText.DimensionSaid dimension(
            Dimension dimension, @Nullable Colour reported, @Nullable String reason) {
        return new StatusText.DimensionSaid(dimension, reported, reason, null);
    }

    private static StatusSnapshot snapshot() {
        return new StatusSnapshot(
                ProjectState.EXECUTING,
                Tier.STANDARD,
                null,
                null,
                null,
                null,
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
                null,
                null,
                null);
    }
}
