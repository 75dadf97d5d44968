package city.c3po.portfolio.baseline;

import static city.c3po.portfolio.Actors.OFFICE;
import static city.c3po.portfolio.Actors.OFFICE_2;
import static city.c3po.portfolio.Breaking.assertBreaks;
import static city.c3po.portfolio.baseline.BaselineRule.ANOTHER_APPROVES;
import static city.c3po.portfolio.baseline.BaselineRule.SPONSOR_OR_OFFICE;
import static city.c3po.portfolio.project.SomeProject.LEAD;
import static city.c3po.portfolio.project.SomeProject.NOON;
import static city.c3po.portfolio.project.SomeProject.SPONSOR;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.platform.value.Money;
import city.c3po.portfolio.StateVerbs;
import city.c3po.portfolio.project.SomeProject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BaselineTest {
    @TestFactory
    Stream<DynamicTest> every_verb_is_possible_exactly_where_the_table_says_so() {
        return StateVerbs.matrix(
                Arrays.stream(BaselineState.values())
                        .collect(Collectors.toMap(Function.identity(), state -> () -> in(state))),
                Map.<BaselineAction, Consumer<Baseline>>of(
                        BaselineAction.REFRESH, baseline -> baseline.refresh(LEAD, content("65000.00"), NOON),
                        BaselineAction.SUBMIT, baseline -> baseline.submit(LEAD, "As agreed", NOON),
                        BaselineAction.RETURN, baseline -> baseline.returnToDraft(SPONSOR, "Not yet", NOON),
                        BaselineAction.APPROVE, baseline -> baseline.approve(SPONSOR, null, List.of(), NOON),
                        BaselineAction.SUPERSEDE,
                                baseline -> baseline.supersede(SPONSOR, in(BaselineState.APPROVED), NOON)),
                Map.of(
                        BaselineState.DRAFT, EnumSet.of(BaselineAction.REFRESH, BaselineAction.SUBMIT),
                        BaselineState.SUBMITTED, EnumSet.of(BaselineAction.RETURN, BaselineAction.APPROVE),
                        BaselineState.APPROVED, EnumSet.of(BaselineAction.SUPERSEDE),
                        BaselineState.SUPERSEDED, EnumSet.noneOf(BaselineAction.class)));
    }

    @Test
    void who_may() {
        var baseline = in(BaselineState.SUBMITTED);
        assertBreaks(SPONSOR_OR_OFFICE, () -> baseline.approve(LEAD, null, List.of(), NOON));
        var author = in(BaselineState.DRAFT);
        author.submit(OFFICE, "As agreed", NOON);
        assertBreaks(ANOTHER_APPROVES, () -> author.approve(OFFICE, null, List.of(), NOON));
        author.approve(OFFICE_2, null, List.of(), NOON);
        assertEquals(0, author.ordinal());
        var next = in(BaselineState.SUBMITTED);
        next.approve(OFFICE_2, author, List.of(), NOON);
        assertEquals(1, next.ordinal());
    }

    private static Baseline in(BaselineState state) {
        var baseline = new Baseline(SomeProject.led(), content("60000.00"), NOON);
        baseline.draft(LEAD, NOON);
        if (state != BaselineState.DRAFT) {
            baseline.submit(LEAD, "As agreed", NOON);
        }
        if (state == BaselineState.APPROVED || state == BaselineState.SUPERSEDED) {
            baseline.approve(SPONSOR, null, List.of(), NOON);
        }
        if (state == BaselineState.SUPERSEDED) {
            baseline.supersede(SPONSOR, in(BaselineState.APPROVED), NOON);
        }
        return baseline;
    }

    private static BaselineContent content(String cost) {
        return new BaselineContent(
                LocalDate.of(2026, 8, 3), LocalDate.of(2026, 12, 15), Money.of(cost), "CITY", 5, "ab".repeat(32));
    }
}
