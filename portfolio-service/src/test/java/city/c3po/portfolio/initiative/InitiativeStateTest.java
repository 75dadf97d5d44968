package city.c3po.portfolio.initiative;

import static city.c3po.portfolio.initiative.InitiativeState.DELEGATED;
import static city.c3po.portfolio.initiative.InitiativeState.DRAFT;
import static city.c3po.portfolio.initiative.InitiativeState.DUPLICATE;
import static city.c3po.portfolio.initiative.InitiativeState.MERGED;
import static city.c3po.portfolio.initiative.InitiativeState.SUBMITTED;
import static city.c3po.portfolio.initiative.InitiativeState.TRIAGED;
import static city.c3po.portfolio.initiative.InitiativeState.UNDER_REVIEW;
import static city.c3po.portfolio.initiative.InitiativeState.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class InitiativeStateTest {
    private static final Map<InitiativeState, Set<InitiativeState>> LEGAL = Map.of(
            DRAFT, Set.of(SUBMITTED, WITHDRAWN),
            SUBMITTED, Set.of(TRIAGED, DRAFT, WITHDRAWN, DUPLICATE, MERGED),
            TRIAGED, Set.of(SUBMITTED, DELEGATED, UNDER_REVIEW, DRAFT, WITHDRAWN, DUPLICATE, MERGED),
            DELEGATED, Set.of(SUBMITTED, TRIAGED),
            UNDER_REVIEW, Set.of(SUBMITTED, TRIAGED, DRAFT, WITHDRAWN, DUPLICATE, MERGED),
            WITHDRAWN, Set.of(),
            DUPLICATE, Set.of(),
            MERGED, Set.of());

    @TestFactory
    Stream<DynamicTest> every_move_is_legal_or_not_as_the_table_says() {
        return Stream.of(InitiativeState.values())
                .flatMap(from -> Stream.of(InitiativeState.values())
                        .map(to -> DynamicTest.dynamicTest(
                                from + " → " + to,
                                () -> assertEquals(
                                        LEGAL.get(from).contains(to),
                                        from.next().contains(to)))));
    }

    @TestFactory
    Stream<DynamicTest> what_has_nowhere_to_go_is_not_live() {
        return Stream.of(InitiativeState.values())
                .map(state -> DynamicTest.dynamicTest(
                        state.name(), () -> assertEquals(!state.next().isEmpty(), state.isLive())));
    }
}
