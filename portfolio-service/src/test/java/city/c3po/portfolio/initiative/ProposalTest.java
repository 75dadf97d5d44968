package city.c3po.portfolio.initiative;

import static city.c3po.portfolio.Breaking.assertFaults;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import city.c3po.platform.value.ExternalRef;
import city.c3po.platform.value.Money;
import city.c3po.portfolio.initiative.Cost.Estimate;
import city.c3po.portfolio.triage.Profile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProposalTest {
    @Test
    void what_is_left_out_is_unknown_and_not_none() {
        var bare = Proposals.bare();
        assertNull(bare.affectedDepartments());
        assertEquals(Cost.UNKNOWN, bare.cost());
        assertEquals(Profile.UNANSWERED, bare.profile());
        assertNull(bare.triageInputs().oneTimeCost());
        assertEquals(List.of("DEP-PW"), bare.departments());
    }

    @Test
    void departments_are_a_set_in_any_order() {
        var one = Proposals.of("DEP-PW", List.of("DEP-LIB", "DEP-IT"), null, null, null, Profile.ALL_NO);
        var same = Proposals.of("DEP-PW", List.of("DEP-IT", "DEP-LIB", "DEP-IT"), null, null, null, Profile.ALL_NO);
        assertEquals(one, same);
    }

    @Test
    void an_external_reference_is_added_once() {
        var known = Proposals.knownAs("finance", "PRJ-1").knownAs(new ExternalRef("finance", "PRJ-1"));
        assertEquals(List.of(new ExternalRef("finance", "PRJ-1")), known.externalRefs());
    }

    @Test
    void finish_on_the_day_of_start_is_fine_and_before_it_is_not() {
        var day = LocalDate.of(2026, 7, 1);
        assertDoesNotThrow(() -> dated(day, day).requireSound());
        assertDoesNotThrow(() -> dated(null, day).requireSound());
        assertFaults(() -> dated(day, day.minusDays(1)).requireSound(), "/finish start-before-finish");
    }

    @Test
    void estimates_are_in_order_whichever_of_them_are_known() {
        assertDoesNotThrow(() -> oneTime(estimate(2027, "1", "1", "1")).requireSound());
        assertDoesNotThrow(() -> oneTime(estimate(2027, null, "5", null)).requireSound());
        assertFaults(() -> oneTime(estimate(2027, "3", "2", "4")).requireSound(), "/cost/oneTime/0 costs-in-order");
        assertFaults(() -> oneTime(estimate(2027, "5", null, "4")).requireSound(), "/cost/oneTime/0 costs-in-order");
    }

    @Test
    void all_faults_are_told_at_once() {
        var proposal = new Cost(
                List.of(estimate(2027, "3", "2", null), estimate(2027, null, "-1", null)),
                List.of(new Estimate(2028, null, new Money(BigDecimal.ONE, "EUR"), null)));
        assertFaults(
                () -> Proposals.of(
                                "DEP-PW",
                                null,
                                proposal,
                                LocalDate.of(2026, 7, 2),
                                LocalDate.of(2026, 7, 1),
                                Profile.UNANSWERED)
                        .requireSound(),
                "/cost/oneTime/0 costs-in-order",
                "/cost/oneTime/1 costs-not-negative",
                "/cost/oneTime/1/fiscalYear each-year-once",
                "/cost one-currency",
                "/finish start-before-finish");
    }

    @Test
    void operations_may_repeat_the_years_of_the_one_time_costs_and_are_not_triaged() {
        var cost = new Cost(List.of(estimate(2027, null, "1", null)), List.of(estimate(2027, null, "900000", null)));
        var proposal = Proposals.of("DEP-PW", null, cost, null, null, Profile.UNANSWERED);
        assertDoesNotThrow(proposal::requireSound);
        assertEquals(1, proposal.triageInputs().oneTimeCost().size());
    }

    private static Proposal dated(@Nullable LocalDate start, @Nullable LocalDate finish) {
        return Proposals.of("DEP-PW", null, null, start, finish, Profile.UNANSWERED);
    }

    private static Proposal oneTime(Estimate... years) {
        return Proposals.of("DEP-PW", null, new Cost(List.of(years), null), null, null, Profile.UNANSWERED);
    }

    private static Estimate estimate(int year, @Nullable String low, @Nullable String likely, @Nullable String high) {
        return new Estimate(year, money(low), money(likely), money(high));
    }

    private static @Nullable Money money(@Nullable String amount) {
        return amount == null ? null : Money.of(amount);
    }
}
