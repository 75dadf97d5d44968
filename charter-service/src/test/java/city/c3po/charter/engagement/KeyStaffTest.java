package city.c3po.charter.engagement;

import static city.c3po.charter.Breaking.assertBreaks;
import static city.c3po.charter.charter.Sample.NOON;
import static city.c3po.charter.charter.Sample.person;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.charter.engagement.KeyPosition.Nominee;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state of a nominee with every answer; every rule of key staff broken once. */
class KeyStaffTest {
    private static final Actor OFFICE = person("paul", Roles.PORTFOLIO_MANAGER);
    private static final Map<NomineeState, EnumSet<NomineeState>> LEGAL = Map.of(
            NomineeState.PROPOSED, EnumSet.of(NomineeState.UNDER_REVIEW),
            NomineeState.UNDER_REVIEW, EnumSet.of(NomineeState.APPROVED, NomineeState.REJECTED),
            NomineeState.APPROVED, EnumSet.of(NomineeState.ACTIVE, NomineeState.RELEASED),
            NomineeState.ACTIVE, EnumSet.of(NomineeState.RELEASED),
            NomineeState.REJECTED, EnumSet.noneOf(NomineeState.class),
            NomineeState.RELEASED, EnumSet.noneOf(NomineeState.class));
    /** How a nominee comes to a state. */
    private static final Map<NomineeState, List<NomineeState>> WAYS = Map.of(
            NomineeState.PROPOSED, List.of(),
            NomineeState.UNDER_REVIEW, List.of(NomineeState.UNDER_REVIEW),
            NomineeState.APPROVED, List.of(NomineeState.UNDER_REVIEW, NomineeState.APPROVED),
            NomineeState.ACTIVE, List.of(NomineeState.UNDER_REVIEW, NomineeState.APPROVED, NomineeState.ACTIVE),
            NomineeState.REJECTED, List.of(NomineeState.UNDER_REVIEW, NomineeState.REJECTED),
            NomineeState.RELEASED, List.of(NomineeState.UNDER_REVIEW, NomineeState.APPROVED, NomineeState.RELEASED));

    private final KeyStaff staff = new KeyStaff();

    KeyStaffTest() {
        staff.plan("lead", "Lead", List.of("PMP"), 100, null, NOON);
    }

    @TestFactory
    Stream<DynamicTest> every_answer_is_given_or_refused_in_every_state() {
        return Stream.of(NomineeState.values())
                .flatMap(state -> Stream.of(NomineeState.values())
                        .filter(next -> next != NomineeState.PROPOSED)
                        .map(next -> DynamicTest.dynamicTest(state + " → " + next, () -> {
                            var nominee = nominate("Nora " + state + next);
                            WAYS.get(state).forEach(step -> answer(nominee, step));
                            if (LEGAL.get(state).contains(next)) {
                                answer(nominee, next);
                                assertEquals(next, stateOf(nominee));
                            } else {
                                assertBreaks(EngagementRule.NOMINEE_MOVE, () -> answer(nominee, next));
                                assertEquals(state, stateOf(nominee));
                            }
                            if (stateOf(nominee) == NomineeState.ACTIVE) {
                                answer(nominee, NomineeState.RELEASED);
                            }
                        })));
    }

    @Test
    void a_position_and_its_nominees_are_known_and_qualified() {
        assertBreaks(
                EngagementRule.KNOWN_POSITION, () -> staff.nominate("chef", proposed("Nils", List.of("PMP")), NOON));
        assertBreaks(
                EngagementRule.KNOWN_NOMINEE,
                () -> staff.answer(OFFICE, "lead", UUID.randomUUID(), NomineeState.APPROVED, null, NOON));
        assertBreaks(EngagementRule.QUALIFIED, () -> staff.nominate("lead", proposed("Nils", List.of("Scrum")), NOON));
    }

    @Test
    void one_person_is_active_and_a_substitution_replaces_that_one_in_time() {
        var active = nominate("Nora");
        WAYS.get(NomineeState.ACTIVE).forEach(step -> answer(active, step));
        var second = nominate("Nils");
        WAYS.get(NomineeState.APPROVED).forEach(step -> answer(second, step));
        assertBreaks(EngagementRule.ONE_ACTIVE, () -> answer(second, NomineeState.ACTIVE));

        var earliest = LocalDate.of(2026, 3, 16);
        assertBreaks(
                EngagementRule.REPLACES_ACTIVE,
                () -> staff.substitute("lead", replacing(second, earliest), earliest, NOON));
        assertBreaks(
                EngagementRule.NOTICE_IN_TIME,
                () -> staff.substitute("lead", replacing(active, earliest.minusDays(1)), earliest, NOON));
        staff.substitute("lead", replacing(active, earliest), earliest, NOON);
    }

    @Test
    void an_empty_position_is_told_once_after_ten_days() {
        assertEquals(List.of(), staff.tellGaps(NOON.plus(KeyStaff.LONGEST_GAP)));
        assertEquals(
                1,
                staff.tellGaps(NOON.plus(KeyStaff.LONGEST_GAP).plusSeconds(1)).size());
        assertEquals(List.of(), staff.tellGaps(NOON.plus(KeyStaff.LONGEST_GAP).plusSeconds(2)));
    }

    private static Nominee proposed(String name, List<String> qualifications) {
        return Nominee.proposed(OFFICE, name, qualifications, NOON, NOON);
    }

    private static Nominee replacing(UUID active, LocalDate lastDay) {
        return proposed("Nadja", List.of("pmp")).replacing(active, "Leaves", lastDay, 5);
    }

    private UUID nominate(String name) {
        var nominee = proposed(name, List.of("PMP"));
        staff.nominate("lead", nominee, NOON);
        return nominee.id();
    }

    private void answer(UUID nominee, NomineeState next) {
        staff.answer(OFFICE, "lead", nominee, next, null, NOON);
    }

    private NomineeState stateOf(UUID nominee) {
        return staff.positions().getFirst().nominees().stream()
                .filter(each -> each.id().equals(nominee))
                .findFirst()
                .orElseThrow()
                .state();
    }
}
