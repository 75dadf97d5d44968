package city.c3po.portfolio.triage;

import static city.c3po.platform.rule.Convention.ILLEGAL_MOVE;
import static city.c3po.portfolio.Actors.ADMIN;
import static city.c3po.portfolio.Actors.ADMIN_2;
import static city.c3po.portfolio.Actors.OFFICE;
import static city.c3po.portfolio.Breaking.assertBreaks;
import static city.c3po.portfolio.triage.TriagePolicyState.ADOPTED;
import static city.c3po.portfolio.triage.TriagePolicyState.DRAFT;
import static city.c3po.portfolio.triage.TriagePolicyState.PROPOSED;
import static city.c3po.portfolio.triage.TriagePolicyState.SUPERSEDED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import city.c3po.platform.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TriagePolicyTest {
    private static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final TriagePolicy first = Policies.inTheMix();

    @Test
    void the_citys_own_policy_says_what_the_city_told_its_committee() {
        var text = FirstTriagePolicy.policy().text();
        assertEquals(LocalDate.of(2021, 2, 4), text.effectiveFrom());
        assertEquals(Money.of("500000.00"), text.thresholds().cost());
        assertEquals(1, text.thresholds().departments());
        assertEquals(12, text.thresholds().months());
        assertEquals(List.of(ProfileFlag.values()), text.thresholds().profile());
    }

    @Test
    void a_policy_is_drafted_proposed_and_adopted_by_a_second_person() {
        var policy = draft("2026-07-01");
        policy.propose(ADMIN, NOON);
        var events = policy.adopt(ADMIN_2, first, TODAY, NOON);
        assertEquals(
                List.of(new TriagePolicyEvent.Adopted(LocalDate.of(2026, 7, 1), first.number(), null, NOON)), events);
        assertEquals(ADOPTED, policy.policyState());
        assertEquals("zak", policy.adoptedBy());
    }

    @Test
    void the_one_before_ends_the_day_before_the_new_one_begins() {
        var policy = adopted("2026-07-01");
        first.supersede(ADMIN_2, policy, NOON);
        assertEquals(SUPERSEDED, first.policyState());
        assertEquals(LocalDate.of(2026, 6, 30), first.effectiveUntil());
    }

    @Test
    void nobody_who_wrote_or_proposed_it_adopts_it() {
        var policy = draft("2026-07-01");
        policy.edit(ADMIN_2, text("2026-08-01", "400000"), NOON);
        policy.propose(ADMIN, NOON);
        assertBreaks(TriagePolicyRule.SECOND_PERSON_ADOPTS, () -> policy.adopt(ADMIN, first, TODAY, NOON));
        assertBreaks(TriagePolicyRule.SECOND_PERSON_ADOPTS, () -> policy.adopt(ADMIN_2, first, TODAY, NOON));
        assertEquals(Set.of(TriagePolicyAction.RETURN), policy.allowedActions(ADMIN));
    }

    @Test
    void a_policy_does_not_take_effect_before_its_adoption() {
        var late = proposed("2026-03-01");
        assertBreaks(TriagePolicyRule.NOT_RETROACTIVE, () -> late.adopt(ADMIN_2, first, TODAY, NOON));
        var today = proposed("2026-03-02");
        today.adopt(ADMIN_2, first, TODAY, NOON);
        assertEquals(ADOPTED, today.policyState());
    }

    @Test
    void policies_take_effect_in_the_order_of_their_adoption() {
        var july = adopted("2026-07-01");
        var sameDay = proposed("2026-07-01");
        assertBreaks(TriagePolicyRule.LATER_THAN_LAST, () -> sameDay.adopt(ADMIN_2, july, TODAY, NOON));
        var earlier = proposed("2026-05-01");
        assertBreaks(TriagePolicyRule.LATER_THAN_LAST, () -> earlier.adopt(ADMIN_2, july, TODAY, NOON));
    }

    @Test
    void others_than_policy_admins_only_read() {
        var policy = draft("2026-07-01");
        assertBreaks(TriagePolicyRule.POLICY_ADMINS_ONLY, () -> policy.propose(OFFICE, NOON));
        assertBreaks(TriagePolicyRule.POLICY_ADMINS_ONLY, () -> Policies.draftedBy(OFFICE, text("2026-07-01", "1")));
        assertEquals(Set.of(), policy.allowedActions(OFFICE));
    }

    @Test
    void a_threshold_below_zero_is_refused() {
        assertBreaks(
                TriagePolicyRule.THRESHOLD_NOT_NEGATIVE, () -> Policies.draftedBy(ADMIN, text("2026-07-01", "-0.01")));
        var policy = draft("2026-07-01");
        assertBreaks(TriagePolicyRule.THRESHOLD_NOT_NEGATIVE, () -> policy.edit(ADMIN, text("2026-07-01", "-1"), NOON));
    }

    @Test
    void a_returned_policy_is_a_draft_with_the_comment() {
        var policy = proposed("2026-07-01");
        var events = policy.giveBack(ADMIN_2, "Which report says so?", NOON);
        assertEquals("Which report says so?", events.getFirst().why());
        assertEquals(DRAFT, policy.policyState());
        assertEquals("Which report says so?", policy.comment());
    }

    @Test
    void saying_the_same_again_is_no_change() {
        var policy = draft("2026-07-01");
        assertEquals(List.of(), policy.edit(ADMIN_2, text("2026-07-01", "400000"), NOON));
        assertEquals(List.of("zoe"), policy.authors());
    }

    @Test
    void the_first_policy_names_the_document_that_adopted_it() {
        var event =
                FirstTriagePolicy.policy().adoptedByTheCity("the report", NOON).getFirst();
        assertEquals(
                "the report",
                assertInstanceOf(TriagePolicyEvent.Adopted.class, event).source());
        assertEquals("the report", event.why());
    }

    @TestFactory
    Stream<DynamicTest> every_move_is_legal_or_not_as_the_table_says() {
        var legal = Map.of(
                DRAFT, Set.of(PROPOSED),
                PROPOSED, Set.of(ADOPTED, DRAFT),
                ADOPTED, Set.of(SUPERSEDED),
                SUPERSEDED, Set.<TriagePolicyState>of());
        return Stream.of(TriagePolicyState.values())
                .flatMap(from -> Stream.of(TriagePolicyState.values())
                        .map(to -> DynamicTest.dynamicTest(
                                from + " → " + to,
                                () -> assertEquals(
                                        legal.get(from).contains(to),
                                        from.next().contains(to)))));
    }

    @Test
    void every_verb_is_refused_outside_its_states() {
        var draft = draft("2026-07-01");
        assertBreaks(ILLEGAL_MOVE, () -> draft.adopt(ADMIN_2, first, TODAY, NOON));
        assertBreaks(ILLEGAL_MOVE, () -> draft.giveBack(ADMIN_2, "no", NOON));
        assertBreaks(ILLEGAL_MOVE, () -> draft.supersede(ADMIN_2, first, NOON));
        var proposed = proposed("2026-07-01");
        assertBreaks(ILLEGAL_MOVE, () -> proposed.edit(ADMIN, text("2026-08-01", "1"), NOON));
        assertBreaks(ILLEGAL_MOVE, () -> proposed.propose(ADMIN, NOON));
        var adopted = adopted("2026-07-01");
        assertBreaks(ILLEGAL_MOVE, () -> adopted.edit(ADMIN, text("2026-08-01", "1"), NOON));
        assertBreaks(ILLEGAL_MOVE, () -> adopted.propose(ADMIN, NOON));
        assertBreaks(ILLEGAL_MOVE, () -> adopted.adopt(ADMIN_2, first, TODAY, NOON));
        assertBreaks(ILLEGAL_MOVE, () -> adopted.giveBack(ADMIN_2, "no", NOON));
    }

    private static TriagePolicy draft(String from) {
        return Policies.draftedBy(ADMIN, text(from, "400000"));
    }

    private static TriagePolicy proposed(String from) {
        var policy = draft(from);
        policy.propose(ADMIN, NOON);
        return policy;
    }

    private TriagePolicy adopted(String from) {
        var policy = proposed(from);
        policy.adopt(ADMIN_2, first, TODAY, NOON);
        return policy;
    }

    private static TriagePolicyText text(String from, String cost) {
        return new TriagePolicyText(
                "Lower line",
                null,
                LocalDate.parse(from),
                new Thresholds(Money.of(cost), 1, 12, List.of(ProfileFlag.SAFETY)));
    }
}
