package city.c3po.portfolio.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.portfolio.triage.Criterion;
import city.c3po.portfolio.triage.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ProjectStateTest {
    private static final Map<ProjectState, Set<ProjectState>> LEGAL = Map.of(
            ProjectState.INITIATING, Set.of(ProjectState.PLANNING, ProjectState.ON_HOLD, ProjectState.CANCELLED),
            ProjectState.PLANNING,
                    Set.of(
                            ProjectState.PROCURING,
                            ProjectState.EXECUTING,
                            ProjectState.ON_HOLD,
                            ProjectState.CANCELLED),
            ProjectState.PROCURING, Set.of(ProjectState.EXECUTING, ProjectState.ON_HOLD, ProjectState.CANCELLED),
            ProjectState.EXECUTING, Set.of(ProjectState.CLOSING, ProjectState.ON_HOLD, ProjectState.CANCELLED),
            ProjectState.CLOSING, Set.of(ProjectState.CLOSED, ProjectState.ON_HOLD, ProjectState.CANCELLED),
            ProjectState.ON_HOLD,
                    Set.of(
                            ProjectState.INITIATING,
                            ProjectState.PLANNING,
                            ProjectState.PROCURING,
                            ProjectState.EXECUTING,
                            ProjectState.CLOSING,
                            ProjectState.CANCELLED),
            ProjectState.CLOSED, Set.of(),
            ProjectState.CANCELLED, Set.of());

    private static final Map<GateState, Set<GateState>> GATES = Map.of(
            GateState.CLOSED, Set.of(GateState.IN_REVIEW),
            GateState.HELD, Set.of(GateState.IN_REVIEW),
            GateState.IN_REVIEW, Set.of(GateState.OPEN, GateState.CONDITIONAL, GateState.HELD, GateState.TERMINATED),
            GateState.CONDITIONAL, Set.of(GateState.OPEN, GateState.CLOSED),
            GateState.OPEN, Set.of(),
            GateState.TERMINATED, Set.of());

    @TestFactory
    Stream<DynamicTest> every_move_is_legal_or_not_as_the_table_says() {
        return Stream.of(ProjectState.values())
                .flatMap(from -> Stream.of(ProjectState.values())
                        .map(to -> DynamicTest.dynamicTest(
                                from + " → " + to,
                                () -> assertEquals(
                                        LEGAL.get(from).contains(to),
                                        from.next().contains(to)))));
    }

    @TestFactory
    Stream<DynamicTest> every_move_of_a_gate_is_legal_or_not_as_the_table_says() {
        return Stream.of(GateState.values())
                .flatMap(from -> Stream.of(GateState.values())
                        .map(to -> DynamicTest.dynamicTest(
                                "gate " + from + " → " + to,
                                () -> assertEquals(
                                        GATES.get(from).contains(to),
                                        from.next().contains(to)))));
    }

    @TestFactory
    Stream<DynamicTest> the_tier_comes_of_the_triage() {
        return Stream.of(
                DynamicTest.dynamicTest("minor", () -> assertEquals(Tier.LITE, Tier.of(Outcome.MINOR, List.of()))),
                DynamicTest.dynamicTest(
                        "by cost alone",
                        () -> assertEquals(Tier.STANDARD, Tier.of(Outcome.MAJOR, List.of(Criterion.COST)))),
                DynamicTest.dynamicTest(
                        "by cost and more",
                        () -> assertEquals(
                                Tier.MAJOR, Tier.of(Outcome.MAJOR, List.of(Criterion.COST, Criterion.DURATION)))),
                DynamicTest.dynamicTest(
                        "by two people", () -> assertEquals(Tier.MAJOR, Tier.of(Outcome.MAJOR, List.of()))));
    }
}
