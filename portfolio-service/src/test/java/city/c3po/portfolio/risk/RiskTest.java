package city.c3po.portfolio.risk;

import static city.c3po.portfolio.Actors.OFFICE;
import static city.c3po.portfolio.Breaking.assertBreaks;
import static city.c3po.portfolio.Breaking.assertFaults;
import static city.c3po.portfolio.project.SomeProject.LEAD;
import static city.c3po.portfolio.project.SomeProject.NOON;
import static city.c3po.portfolio.project.SomeProject.SPONSOR;
import static city.c3po.portfolio.project.SomeProject.STRANGER;
import static city.c3po.portfolio.project.SomeProject.TODAY;
import static city.c3po.portfolio.risk.RiskRule.ESCALATED_ABOVE;
import static city.c3po.portfolio.risk.RiskRule.INVOLVED_IDENTIFIES;
import static city.c3po.portfolio.risk.RiskRule.RESIDUAL_SAID;
import static city.c3po.portfolio.risk.RiskRule.RESPONDER;
import static city.c3po.portfolio.risk.RiskRule.RESPONSE_LOWERS;
import static city.c3po.portfolio.risk.RiskRule.REVIEW_TO_COME;
import static city.c3po.portfolio.risk.RiskRule.RISKY_PROJECT_GOES_ON;
import static city.c3po.portfolio.risk.RiskRule.RISK_OWNER_OR_LEADER;
import static city.c3po.portfolio.risk.RiskRule.SPONSOR_ACCEPTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Task;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.Actors;
import city.c3po.portfolio.StateVerbs;
import city.c3po.portfolio.project.SomeProject;
import city.c3po.portfolio.risk.RiskResponse.Strategy;
import city.c3po.portfolio.schedule.Estimate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RiskTest {
    private static final RiskScale SCALE = new RiskScale(
            List.of("0.05", "0.20", "0.40", "0.60", "0.85").stream()
                    .map(BigDecimal::new)
                    .toList(),
            List.of(
                    new RiskScale.Band("LOW", 1, 90),
                    new RiskScale.Band("MODERATE", 5, 60),
                    new RiskScale.Band("HIGH", 10, 30),
                    new RiskScale.Band("CRITICAL", 16, 14)),
            9);
    private static final Actor OWNER = Actors.person("olga", Set.of(Roles.SUBMITTER), Set.of());
    private static final Reference ISSUE = new Reference("issue", "i", "ISS-2026-0001", "/v1/x");

    @Test
    void the_scale_says_band_share_and_next_review() {
        var risk = risk(4, 4);
        assertEquals(new Rated(4, 4, 16, "CRITICAL"), risk.current());
        assertEquals(TODAY.plusDays(14), risk.nextReview());
        assertFalse(risk.overdue(TODAY.plusDays(14)));
        assertTrue(risk.overdue(TODAY.plusDays(15)));
        assertEquals("LOW", risk(2, 2).current().band());
        assertEquals("MODERATE", risk(3, 3).current().band());
        assertEquals("HIGH", risk(2, 5).current().band());
    }

    @Test
    void the_expected_value_is_probability_times_mean_cost() {
        // PERT: (10,000 + 4 · 20,000 + 60,000) / 6 = 25,000; step 4 stands for 0.60
        assertEquals(
                new BigDecimal("15000.00"), RiskExposure.of(risk(4, 4), SCALE).expected());
        var said = new Risk(SomeProject.led(), LEAD, text(4, 4, new BigDecimal("0.10")), SCALE, TODAY, NOON);
        assertEquals(new BigDecimal("2500.00"), RiskExposure.of(said, SCALE).expected());
    }

    @Test
    void only_the_sponsor_accepts_what_is_above_the_appetite() {
        var above = risk(2, 5);
        var refused = assertBreaks(SPONSOR_ACCEPTS, () -> respond(above, OFFICE, Strategy.ACCEPT, null));
        assertEquals(10, refused.facts().get("score"));
        respond(above, SPONSOR, Strategy.ACCEPT, null);
        respond(risk(3, 3), OWNER, Strategy.ACCEPT, null);
    }

    @Test
    void what_was_escalated_is_answered_above() {
        var risk = risk(2, 2);
        respond(risk, OWNER, Strategy.ESCALATE, null);
        assertBreaks(ESCALATED_ABOVE, () -> respond(risk, OWNER, Strategy.ACCEPT, null));
        assertFalse(task(risk, "sid").done());
        respond(risk, SPONSOR, Strategy.REDUCE, new Rating(1, 2));
        assertTrue(task(risk, "sid").done());
    }

    @Test
    void a_response_says_what_is_expected_of_it() {
        var risk = risk(3, 3);
        for (var strategy : List.of(Strategy.AVOID, Strategy.REDUCE, Strategy.TRANSFER)) {
            assertBreaks(RESIDUAL_SAID, () -> respond(risk, OWNER, strategy, null));
            assertBreaks(RESPONSE_LOWERS, () -> respond(risk, OWNER, strategy, new Rating(2, 5)));
        }
        respond(risk, OWNER, Strategy.REDUCE, new Rating(1, 3));
        assertEquals("LOW", risk.response().residual().band());
    }

    @Test
    void a_review_moves_the_rating_and_its_day() {
        var risk = risk(4, 4);
        assertBreaks(REVIEW_TO_COME, () -> review(risk, OWNER, TODAY));
        review(risk, OWNER, null);
        assertEquals(new Rated(2, 3, 6, "MODERATE"), risk.current());
        assertEquals(new Rated(4, 4, 16, "CRITICAL"), risk.inherent());
        assertEquals(TODAY.plusDays(60), risk.nextReview());
        review(risk, OWNER, TODAY.plusDays(3));
        assertEquals(TODAY.plusDays(3), risk.nextReview());
    }

    @Test
    void who_may() {
        var risk = risk(3, 3);
        assertBreaks(RISK_OWNER_OR_LEADER, () -> risk.close(SPONSOR, "x", NOON));
        assertBreaks(RESPONDER, () -> respond(risk, STRANGER, Strategy.ACCEPT, null));
        assertBreaks(
                INVOLVED_IDENTIFIES,
                () -> new Risk(SomeProject.led(), STRANGER, text(3, 3, null), SCALE, TODAY, NOON)
                        .identify(STRANGER, NOON));
        assertBreaks(
                RISKY_PROJECT_GOES_ON,
                () -> new Risk(SomeProject.cancelled(SomeProject.led()), LEAD, text(3, 3, null), SCALE, TODAY, NOON)
                        .identify(LEAD, NOON));
    }

    @Test
    void what_is_quantified_is_quantified_soundly() {
        var backwards = new Estimate(Estimate.Shape.PERT, BigDecimal.TEN, BigDecimal.ONE, BigDecimal.TEN);
        assertFaults(
                () -> identified(backwards, backwards, List.of("A1")),
                "/days quantified-soundly",
                "/cost quantified-soundly");
        var sound = new Estimate(Estimate.Shape.UNIFORM, BigDecimal.ONE, null, BigDecimal.TEN);
        assertFaults(() -> identified(sound, null, List.of()), "/activities days-touch-activities");
    }

    @Test
    void a_scale_that_makes_no_sense_is_none() {
        var low = List.of(new RiskScale.Band("LOW", 2, 90));
        assertThrows(IllegalArgumentException.class, () -> new RiskScale(SCALE.probabilities(), low, 9));
        assertThrows(IllegalArgumentException.class, () -> new RiskScale(List.of(BigDecimal.ONE), SCALE.bands(), 9));
        assertThrows(IllegalArgumentException.class, () -> RiskScale.Band.of("HIGH:10"));
    }

    @TestFactory
    Stream<DynamicTest> every_verb_is_possible_exactly_where_the_table_says_so() {
        return StateVerbs.matrix(
                Map.<RiskState, Supplier<Risk>>of(
                        RiskState.OPEN, () -> risk(3, 3),
                        RiskState.OCCURRED, () -> after(risk -> risk.occur(OWNER, ISSUE, NOON)),
                        RiskState.CLOSED, () -> after(risk -> risk.close(OWNER, "Gone", NOON))),
                Map.<RiskAction, Consumer<Risk>>of(
                        RiskAction.EDIT, risk -> risk.edit(OWNER, text(1, 1, null), SCALE, NOON),
                        RiskAction.RESPOND, risk -> respond(risk, OWNER, Strategy.ACCEPT, null),
                        RiskAction.REVIEW, risk -> review(risk, OWNER, null),
                        RiskAction.OCCUR, risk -> risk.occur(OWNER, ISSUE, NOON),
                        RiskAction.CLOSE, risk -> risk.close(OWNER, "Gone", NOON)),
                Map.of(
                        RiskState.OPEN, EnumSet.allOf(RiskAction.class),
                        RiskState.OCCURRED, Set.of(),
                        RiskState.CLOSED, Set.of()));
    }

    private static Risk after(Consumer<Risk> verb) {
        var risk = risk(3, 3);
        verb.accept(risk);
        return risk;
    }

    private static Task task(Risk risk, String assignee) {
        return risk.tasks().stream()
                .filter(task -> task.assignee().equals(assignee))
                .findFirst()
                .orElseThrow();
    }

    private static void respond(Risk risk, Actor by, Strategy strategy, @Nullable Rating residual) {
        risk.respond(by, strategy, "As we do", residual, SCALE, NOON);
    }

    private static void review(Risk risk, Actor by, @Nullable LocalDate next) {
        risk.review(by, new Rating(2, 3), "Looked at", next, SCALE, TODAY, NOON);
    }

    private static Risk risk(int probability, int impact) {
        var risk = new Risk(SomeProject.led(), LEAD, text(probability, impact, null), SCALE, TODAY, NOON);
        risk.identify(LEAD, NOON);
        return risk;
    }

    private static void identified(@Nullable Estimate days, @Nullable Estimate cost, List<String> activities) {
        var text = new RiskText("t", "c", "e", "f", null, new Rating(3, 3), null, days, cost, null, activities);
        new Risk(SomeProject.led(), LEAD, text, SCALE, TODAY, NOON).identify(LEAD, NOON);
    }

    private static RiskText text(int probability, int impact, @Nullable BigDecimal share) {
        var cost = new Estimate(
                Estimate.Shape.PERT, new BigDecimal("10000"), new BigDecimal("20000"), new BigDecimal("60000"));
        return new RiskText(
                "Data",
                "Old data",
                "It is worse",
                "Rework",
                "olga",
                new Rating(probability, impact),
                share,
                null,
                cost,
                null,
                null);
    }
}
