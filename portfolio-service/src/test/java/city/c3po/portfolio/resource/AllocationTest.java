package city.c3po.portfolio.resource;

import static city.c3po.portfolio.Breaking.assertBreaks;
import static city.c3po.portfolio.project.SomeProject.LEAD;
import static city.c3po.portfolio.project.SomeProject.NOON;
import static city.c3po.portfolio.project.SomeProject.STRANGER;
import static city.c3po.portfolio.resource.ResourceRule.CAPACITY_COVERS_HARD;
import static city.c3po.portfolio.resource.ResourceRule.CAPACITY_OWNER_OR_OFFICE;
import static city.c3po.portfolio.resource.ResourceRule.CAPACITY_SOUND;
import static city.c3po.portfolio.resource.ResourceRule.RESOURCE_OWNER_ONLY;
import static city.c3po.portfolio.resource.ResourceRule.STAFFED_PROJECT_GOES_ON;
import static city.c3po.portfolio.resource.ResourceRule.WITHIN_CAPACITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Task;
import city.c3po.portfolio.Actors;
import city.c3po.portfolio.StateVerbs;
import city.c3po.portfolio.project.Project;
import city.c3po.portfolio.project.ProjectRule;
import city.c3po.portfolio.project.SomeProject;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AllocationTest {
    private static final Actor OWNER = Actors.person("rosa", Set.of(Roles.SUBMITTER), Set.of());

    @Test
    void capacity_is_working_hours_times_fte_less_leave_and_operations() {
        // 22 days of 8 hours and two and a half people are 440 hours
        var capacity = capacity("2.5", "40", "100");
        assertHours("300", capacity.hours());
        assertHours("176", capacity.hoursOfOne());
        assertBreaks(CAPACITY_SOUND, () -> capacity("1", "100", "77"));
        assertBreaks(CAPACITY_OWNER_OR_OFFICE, () -> say(capacity, STRANGER, text("2", "0", "0"), "0"));
        assertBreaks(CAPACITY_COVERS_HARD, () -> say(capacity, OWNER, text("1", "0", "0"), "177"));
        assertEquals(List.of(), say(capacity, OWNER, text("2.5", "40", "100"), "0"));
    }

    @Test
    void the_gap_names_its_levers() {
        var capacity = capacity("2.5", "40", "100");
        var load = new Load(new BigDecimal("200"), new BigDecimal("50"), BigDecimal.ZERO);
        assertHours("0", Gap.of(capacity, load, new BigDecimal("50")).gapHours());
        var gap = Gap.of(capacity, load, new BigDecimal("130"));
        assertHours("80", gap.gapHours());
        // 300 hours in 22 days are 68.2 a week; 80 hours need a second week
        assertEquals(2, gap.extendWeeks());
        // one person works 176 hours
        assertHours("0.5", gap.addFte());
        assertHours("80", gap.cutHours());
        assertHours("30", gap.hardGap(new BigDecimal("130")));
        assertNull(Gap.of(capacity("0", "0", "0"), Load.NONE, BigDecimal.TEN).extendWeeks());
    }

    @Test
    void hard_above_capacity_needs_the_word_of_its_owner() {
        var allocation = in(AllocationState.CONFIRMED);
        var full = gap("300");
        var refused = assertBreaks(WITHIN_CAPACITY, () -> allocation.allocate(OWNER, full, null, NOON));
        assertHours("40", (BigDecimal) refused.facts().get("gapHours"));
        allocation.allocate(OWNER, full, "The election cannot wait", NOON);
        assertHours("40", allocation.overHours());
        // soft ones may come to more than there is
        in(AllocationState.REQUESTED).confirm(OWNER, full, NOON);
    }

    @Test
    void who_may() {
        assertBreaks(RESOURCE_OWNER_ONLY, () -> in(AllocationState.REQUESTED).confirm(LEAD, gap("0"), NOON));
        assertBreaks(
                ProjectRule.PPM_OR_OFFICE, () -> in(AllocationState.PLANNED).request(OWNER, NOON));
        assertBreaks(
                STAFFED_PROJECT_GOES_ON,
                () -> fresh(SomeProject.cancelled(SomeProject.led())).plan(LEAD, NOON));
        assertEquals(
                List.of("rosa"),
                in(AllocationState.REQUESTED).tasks().stream()
                        .map(Task::assignee)
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> every_verb_is_possible_exactly_where_the_table_says_so() {
        var none = EnumSet.noneOf(AllocationAction.class);
        return StateVerbs.matrix(
                Arrays.stream(AllocationState.values())
                        .collect(Collectors.toMap(Function.identity(), state -> () -> in(state))),
                Map.<AllocationAction, Consumer<Allocation>>of(
                        AllocationAction.EDIT,
                                allocation -> allocation.edit(LEAD, allocation.capacity(), asked("50"), NOON),
                        AllocationAction.REQUEST, allocation -> allocation.request(LEAD, NOON),
                        AllocationAction.REJECT, allocation -> allocation.reject(OWNER, "No time", NOON),
                        AllocationAction.CONFIRM, allocation -> allocation.confirm(OWNER, gap("0"), NOON),
                        AllocationAction.ALLOCATE, allocation -> allocation.allocate(OWNER, gap("0"), null, NOON),
                        AllocationAction.COMPLETE, allocation -> allocation.complete(LEAD, NOON),
                        AllocationAction.CANCEL, allocation -> allocation.cancel(LEAD, "Not needed", NOON)),
                Map.of(
                        AllocationState.PLANNED,
                                EnumSet.of(AllocationAction.EDIT, AllocationAction.REQUEST, AllocationAction.CANCEL),
                        AllocationState.REQUESTED,
                                EnumSet.of(AllocationAction.REJECT, AllocationAction.CONFIRM, AllocationAction.CANCEL),
                        AllocationState.REJECTED, none,
                        AllocationState.CONFIRMED, EnumSet.of(AllocationAction.ALLOCATE, AllocationAction.CANCEL),
                        AllocationState.ALLOCATED, EnumSet.of(AllocationAction.COMPLETE, AllocationAction.CANCEL),
                        AllocationState.COMPLETED, none,
                        AllocationState.CANCELLED, none));
    }

    private static void assertHours(String hours, BigDecimal found) {
        assertEquals(0, new BigDecimal(hours).compareTo(found), found.toString());
    }

    private static Allocation in(AllocationState state) {
        var allocation = fresh(SomeProject.led());
        allocation.plan(LEAD, NOON);
        if (state != AllocationState.PLANNED && state != AllocationState.CANCELLED) {
            allocation.request(LEAD, NOON);
        }
        switch (state) {
            case PLANNED, REQUESTED -> {}
            case REJECTED -> allocation.reject(OWNER, "No time", NOON);
            case CONFIRMED -> allocation.confirm(OWNER, gap("0"), NOON);
            case ALLOCATED -> allocated(allocation);
            case COMPLETED -> {
                allocated(allocation);
                allocation.complete(LEAD, NOON);
            }
            case CANCELLED -> allocation.cancel(LEAD, "Not needed", NOON);
        }
        return allocation;
    }

    private static void allocated(Allocation allocation) {
        allocation.confirm(OWNER, gap("0"), NOON);
        allocation.allocate(OWNER, gap("0"), null, NOON);
    }

    private static Allocation fresh(Project project) {
        return new Allocation(project, LEAD, capacity("2.5", "40", "100"), asked("40"), NOON);
    }

    /** Of 40 hours, beside so many that are hard already. */
    private static Gap gap(String hard) {
        var load = new Load(new BigDecimal(hard), BigDecimal.ZERO, BigDecimal.ZERO);
        return Gap.of(capacity("2.5", "40", "100"), load, new BigDecimal("40"));
    }

    private static AllocationText asked(String hours) {
        return new AllocationText("DEP-PW", "developer", "2026-09", new BigDecimal(hours), null);
    }

    private static Capacity capacity(String fte, String leave, String operations) {
        var capacity = new Capacity(new CapacityKey("DEP-PW", "developer", YearMonth.of(2026, 9)));
        say(capacity, OWNER, text(fte, leave, operations), "0");
        return capacity;
    }

    private static List<CapacityEvent> say(Capacity capacity, Actor by, CapacityText said, String hard) {
        return capacity.say(by, said, 22, new BigDecimal("8"), new BigDecimal(hard), NOON);
    }

    private static CapacityText text(String fte, String leave, String operations) {
        return new CapacityText("rosa", new BigDecimal(fte), new BigDecimal(leave), new BigDecimal(operations));
    }
}
