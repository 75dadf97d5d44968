package city.c3po.portfolio.benefit;

import static city.c3po.portfolio.Breaking.assertBreaks;
import static city.c3po.portfolio.benefit.BenefitRule.BENEFIT_OWNER_OR_LEADER;
import static city.c3po.portfolio.benefit.BenefitRule.FEWER_READINGS;
import static city.c3po.portfolio.benefit.BenefitRule.MEASURED_ALREADY;
import static city.c3po.portfolio.benefit.BenefitRule.READINGS_IN_ORDER;
import static city.c3po.portfolio.benefit.BenefitRule.TARGET_BEYOND_BASELINE;
import static city.c3po.portfolio.benefit.BenefitRule.UNTIL_G6;
import static city.c3po.portfolio.benefit.BenefitRule.WORTH_IN_PROJECT_CURRENCY;
import static city.c3po.portfolio.project.SomeProject.LEAD;
import static city.c3po.portfolio.project.SomeProject.NOON;
import static city.c3po.portfolio.project.SomeProject.STRANGER;
import static city.c3po.portfolio.project.SomeProject.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.value.Money;
import city.c3po.portfolio.Actors;
import city.c3po.portfolio.StateVerbs;
import city.c3po.portfolio.project.Project;
import city.c3po.portfolio.project.ProjectRule;
import city.c3po.portfolio.project.SomeProject;
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

class BenefitTest {
    private static final Actor OWNER = Actors.person("bea", Set.of(Roles.SUBMITTER), Set.of());

    @Test
    void it_is_worth_what_its_readings_say_and_nothing_before_or_after_them() {
        // from 20 days down to 5; a day is worth 36,500 dollars a year, which is 100 a day
        var benefit = promised(text("20", "5", Money.of("36500.00")));
        assertEquals(new BigDecimal("0.00"), benefit.realised());
        assertNull(benefit.reached().value());
        read(benefit, 1, "20");
        assertEquals(new BigDecimal("0.00"), benefit.realised());
        read(benefit, 11, "15");
        // five days better for ten days
        assertEquals(new BigDecimal("5000.00"), benefit.realised());
        read(benefit, 21, "22");
        // two days worse for ten days
        assertEquals(new BigDecimal("3000.00"), benefit.realised());
        assertEquals(new BigDecimal("-0.1333"), benefit.reached().value());
        var priceless = promised(text("20", "5", null));
        read(priceless, 1, "20");
        read(priceless, 11, "15");
        assertNull(priceless.realised());
        assertEquals(new BigDecimal("0.3333"), priceless.reached().value());
    }

    @Test
    void readings_come_in_order_and_keep_their_meaning() {
        var benefit = promised(text("20", "5", null));
        read(benefit, 2, "20");
        var refused = assertBreaks(READINGS_IN_ORDER, () -> read(benefit, 2, "19"));
        assertEquals(LocalDate.of(2026, 7, 2), refused.facts().get("last"));
        assertBreaks(
                READINGS_IN_ORDER, () -> benefit.readOff(OWNER, TODAY.plusDays(1), BigDecimal.TEN, null, TODAY, NOON));
        assertBreaks(MEASURED_ALREADY, () -> benefit.edit(OWNER, text("21", "5", null), NOON));
        assertEquals(1, benefit.edit(OWNER, text("20", "6", null), NOON).size());
        assertEquals(List.of(), benefit.edit(OWNER, text("20", "6", null), NOON));
        for (int n = 1; n < 500; n++) {
            benefit.readOff(OWNER, LocalDate.of(2026, 7, 2).plusDays(n), BigDecimal.TEN, null, LocalDate.MAX, NOON);
        }
        assertBreaks(
                FEWER_READINGS,
                () -> benefit.readOff(OWNER, LocalDate.of(2030, 1, 1), BigDecimal.TEN, null, LocalDate.MAX, NOON));
    }

    @Test
    void it_outlives_the_project_until_g6() {
        var project = SomeProject.led();
        var benefit = promised(project, text("20", "5", null));
        SomeProject.cancelled(project);
        read(benefit, 1, "20");
        assertBreaks(UNTIL_G6, () -> benefit.close(OWNER, "Reached", NOON));
        assertEquals(BenefitState.CLOSED, closed().benefitState());
    }

    @Test
    void what_is_no_benefit_and_who_may() {
        assertBreaks(TARGET_BEYOND_BASELINE, () -> promised(text("20", "20", null)));
        assertBreaks(WORTH_IN_PROJECT_CURRENCY, () -> promised(text("20", "5", new Money(BigDecimal.ONE, "EUR"))));
        assertBreaks(WORTH_IN_PROJECT_CURRENCY, () -> promised(text("20", "5", Money.of("-1.00"))));
        var benefit = promised(text("20", "5", null));
        assertBreaks(
                BENEFIT_OWNER_OR_LEADER, () -> benefit.readOff(STRANGER, TODAY, BigDecimal.TEN, null, TODAY, NOON));
        assertBreaks(
                ProjectRule.PPM_OR_OFFICE,
                () -> new Benefit(SomeProject.led(), text("20", "5", null), 2026, NOON).promise(OWNER, NOON));
    }

    @TestFactory
    Stream<DynamicTest> every_verb_is_possible_exactly_where_the_table_says_so() {
        return StateVerbs.matrix(
                Map.<BenefitState, Supplier<Benefit>>of(
                        BenefitState.TRACKED,
                        () -> promised(SomeProject.withG6Open(), text("20", "5", null)),
                        BenefitState.CLOSED,
                        BenefitTest::closed),
                Map.<BenefitAction, Consumer<Benefit>>of(
                        BenefitAction.EDIT, benefit -> benefit.edit(OWNER, text("20", "4", null), NOON),
                        BenefitAction.READ_OFF, benefit -> read(benefit, 1, "20"),
                        BenefitAction.CLOSE, benefit -> benefit.close(OWNER, "Reached", NOON)),
                Map.of(
                        BenefitState.TRACKED, EnumSet.allOf(BenefitAction.class),
                        BenefitState.CLOSED, EnumSet.noneOf(BenefitAction.class)));
    }

    private static Benefit closed() {
        var benefit = promised(SomeProject.withG6Open(), text("20", "5", null));
        benefit.close(OWNER, "Reached", NOON);
        return benefit;
    }

    /** On a day of July. */
    private static void read(Benefit benefit, int day, String value) {
        benefit.readOff(OWNER, LocalDate.of(2026, 7, day), new BigDecimal(value), null, TODAY, NOON);
    }

    private static Benefit promised(BenefitText text) {
        return promised(SomeProject.led(), text);
    }

    private static Benefit promised(Project project, BenefitText text) {
        var benefit = new Benefit(project, text, 2026, NOON);
        benefit.promise(LEAD, NOON);
        return benefit;
    }

    private static BenefitText text(String baseline, String target, @Nullable Money worth) {
        return new BenefitText(
                "Faster answers",
                "Days until a request is closed",
                "days",
                new BigDecimal(baseline),
                new BigDecimal(target),
                LocalDate.of(2027, 6, 30),
                "bea",
                worth);
    }
}
